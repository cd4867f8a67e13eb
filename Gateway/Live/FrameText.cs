using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tocsin.Live;

/// <summary>The bytes of server-sent events.</summary>
internal static class FrameText
{
    /// <summary>An event with its view, and, of a call, with the call: it stands on no board, and yet nobody has to ask for it.</summary>
    public static byte[] Event(LiveEvent happened, ReadOnlySpan<byte> view, ReadOnlySpan<byte> call = default)
    {
        var frame = new ArrayBufferWriter<byte>(happened.Json.Length + view.Length + call.Length + 128);
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {happened.Position.Value}\nevent: {happened.Kind}\ndata: "), frame);
        // The event's JSON is one object on one line: its end makes room for the view.
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

    /// <summary>Says up to where the client was told.</summary>
    public static byte[] Passed(long position) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {position}\n\n"));

    /// <summary>A frame beside the journal: it has no id.</summary>
    public static byte[] Named(string name, ReadOnlySpan<byte> json)
    {
        var frame = new ArrayBufferWriter<byte>(json.Length + 64);
        Encoding.UTF8.GetBytes($"event: {name}\ndata: ", frame);
        frame.Write(json);
        frame.Write("\n\n"u8);
        return frame.WrittenSpan.ToArray();
    }
}
