using System.Text;
using System.Text.Json;

namespace Tocsin.Tests.Load.Consoles;

/// <summary>
/// Reads events whole, as a browser would: whether each is JSON, says the position of its frame, and comes with the next version of its
/// stream.
/// </summary>
/// <param name="counts">Where faults are noted.</param>
public sealed class WholeReader(ConsoleCounts counts)
{
    /// <summary>The most streams that are remembered; beyond, it begins anew.</summary>
    public const int StreamsMax = 200_000;

    private readonly Dictionary<string, int> versions = [];

    /// <summary>Reads the frame of the event at <paramref name="position"/>.</summary>
    public void Read(ReadOnlySpan<byte> frame, long position)
    {
        var at = frame.IndexOf("\ndata: "u8);
        var data = at < 0 ? default : frame[(at + 7)..].TrimEnd((byte)'\n');
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(data));
            var root = json.RootElement;
            var (stream, version) = (root.GetProperty("stream").GetString()!, root.GetProperty("version").GetInt32());
            if (root.GetProperty("position").GetInt64() != position)
                counts.Break();
            if (versions.TryGetValue(stream, out var before) && version != before + 1)
                counts.Disorder();
            if (versions.Count >= StreamsMax)
                versions.Clear();
            versions[stream] = version;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            counts.Break();
        }
    }
}
