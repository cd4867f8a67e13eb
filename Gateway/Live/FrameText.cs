using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tocsin.Live;

/// <summary>The bytes of server-sent events.</summary>
internal static class FrameText
{
    /// <summary>An event with its view and, of a call, which is not on the board, with the call.</summary>
    public static byte[] Event(LiveEvent happened, ReadOnlySpan<byte> view, ReadOnlySpan<byte> call = default)
    {
        var frame = new ArrayBufferWriter<byte>(happened.Json.Length + view.Length + call.Length + 128);
        var head = string.Create(CultureInfo.InvariantCulture, $"id: {happened.Position.Value}\nevent: {happened.Kind}\ndata: ");
        Encoding.UTF8.GetBytes(head, frame);
        // The event's JSON is one object on one line: its closing brace is replaced by the view.
        frame.Write(happened.Json.AsSpan(0, happened.Json.Length - 1));
        frame.Write(",\"view\":"u8);
        frame.Write(view.IsEmpty ? "null"u8 : view);
        if (!call.IsEmpty)
        {
            frame.Write(",\"call\":"u8);
            frame.Write(call);
        }

        frame.Write("}\n\n"u8);
        return frame.WrittenSpan.ToArray();
    }

    /// <summary>A frame with the position that has been passed.</summary>
    public static byte[] Passed(long position) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {position}\n\n"));

    /// <summary>A frame that is not an event of the journal: it has no id.</summary>
    public static byte[] Named(string name, ReadOnlySpan<byte> json)
    {
        var frame = new ArrayBufferWriter<byte>(json.Length + 64);
        Encoding.UTF8.GetBytes($"event: {name}\ndata: ", frame);
        frame.Write(json);
        frame.Write("\n\n"u8);
        return frame.WrittenSpan.ToArray();
    }
}
