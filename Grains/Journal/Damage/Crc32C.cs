using System.Numerics;
using System.Runtime.InteropServices;

namespace Tocsin.Journal.Damage;

/// <summary>
/// CRC-32C (Castagnoli), as iSCSI and PostgreSQL's own log have it: the processor computes it eight bytes at a time. Of the nine bytes
/// <c>123456789</c> it is E3069283.
/// </summary>
internal static class Crc32C
{
    /// <summary>What <see cref="Append"/> begins with.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>The checksum of what was appended.</summary>
    public static uint End(uint crc) => ~crc;

    /// <summary>Takes further bytes in.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            crc = BitOperations.Crc32C(crc, word);
        foreach (var left in bytes[(bytes.Length & ~7)..])
            crc = BitOperations.Crc32C(crc, left);
        return crc;
    }
}
