using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tocsin.Tests.Benchmarks.Feed;

/// <summary>What a client read at once; the load program's <c>feed --record</c> writes them, whole frames only.</summary>
/// <param name="At">Since the recording began.</param>
/// <param name="Bytes">The frames.</param>
/// <param name="LastId">The position of the last of them.</param>
internal sealed record RecordedPiece(TimeSpan At, byte[] Bytes, long LastId)
{
    /// <summary>Reads a recording; what was read in the middle of a frame is put together with its rest.</summary>
    public static async Task<IReadOnlyList<RecordedPiece>> ReadAsync(string path, CancellationToken cancellation)
    {
        var file = await File.ReadAllBytesAsync(path, cancellation);
        var pieces = new List<RecordedPiece>();
        var held = new MemoryStream();
        for (var at = 0; at < file.Length;)
        {
            var time = TimeSpan.FromMilliseconds(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at)));
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            held.Write(file.AsSpan(at + 8, length));
            at += 8 + length;
            var bytes = held.ToArray();
            if (!bytes.AsSpan().EndsWith("\n\n"u8))
                continue;
            held.SetLength(0);
            pieces.Add(new RecordedPiece(time, bytes, LastIdOf(bytes)));
        }

        return pieces;
    }

    private static long LastIdOf(byte[] bytes)
    {
        var frame = Encoding.UTF8.GetString(bytes);
        var last = frame.StartsWith("id: ", StringComparison.Ordinal) && frame.IndexOf("\nid: ", StringComparison.Ordinal) < 0
            ? 0
            : frame.LastIndexOf("\nid: ", StringComparison.Ordinal) + 1;
        var number = frame.AsSpan(last + 4);
        return long.Parse(number[..number.IndexOf('\n')], CultureInfo.InvariantCulture);
    }
}
