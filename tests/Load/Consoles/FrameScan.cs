using System.Buffers.Text;

namespace Tocsin.Tests.Load.Consoles;

/// <summary>What a console looks at of a frame: where it ends, its position, whether it is an event. The rest is counted.</summary>
/// <param name="Length">Its bytes, the empty line behind it included.</param>
/// <param name="Id">Its position; -1 for what stands beside the journal.</param>
/// <param name="IsEvent">Whether it has a name; without, it only says up to where the client was told.</param>
public readonly record struct FrameScan(int Length, long Id, bool IsEvent)
{
    /// <summary>Looks at the first frame of <paramref name="buffer"/>; false when it is not whole yet.</summary>
    public static bool TryScan(ReadOnlySpan<byte> buffer, out FrameScan frame)
    {
        var end = buffer.IndexOf("\n\n"u8);
        if (end < 0)
        {
            frame = default;
            return false;
        }

        var id = -1L;
        var rest = buffer[..end];
        if (rest.StartsWith("id: "u8) && Utf8Parser.TryParse(rest[4..], out long position, out var used))
        {
            id = position;
            rest = rest.Length > 4 + used ? rest[(5 + used)..] : default;
        }

        frame = new FrameScan(end + 2, id, rest.StartsWith("event: "u8));
        return true;
    }
}
