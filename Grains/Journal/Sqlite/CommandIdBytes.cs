using Tocsin.Identity;

namespace Tocsin.Journal.Sqlite;

/// <summary>The 16 bytes by which a command stands in the database, in the order in which its id is written.</summary>
internal static class CommandIdBytes
{
    /// <summary>To bytes.</summary>
    public static byte[] ToBytes(this CommandId command) => command.Value.ToByteArray(bigEndian: true);

    /// <summary>And back.</summary>
    public static CommandId ToCommandId(this byte[] bytes) => new(new Guid(bytes, bigEndian: true));
}
