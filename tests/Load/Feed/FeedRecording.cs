using System.Buffers.Binary;

namespace Tocsin.Tests.Load.Feed;

/// <summary>
/// The bytes that one client read, with the milliseconds since the recording began: what a bare endpoint sends again to be compared with.
/// Each piece: milliseconds (4 bytes), length (4 bytes), the bytes; little-endian.
/// </summary>
public sealed class FeedRecording(string path) : IDisposable
{
    private readonly FileStream file = new(path, FileMode.Create, FileAccess.Write);
    private DateTimeOffset? began;

    /// <summary>Adds what was read at once.</summary>
    public void Take(DateTimeOffset at, ReadOnlySpan<byte> bytes)
    {
        began ??= at;
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, (int)(at - began.Value).TotalMilliseconds);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], bytes.Length);
        file.Write(head);
        file.Write(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
