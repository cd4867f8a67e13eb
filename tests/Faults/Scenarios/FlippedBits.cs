using System.Text;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>Bits that flip in a file, and flip back.</summary>
internal static class FlippedBits
{
    /// <summary>Flips a bit of each place where a text stands.</summary>
    /// <param name="file">The file, which no process has open.</param>
    /// <param name="text">The text: letters a to p.</param>
    /// <returns>Where.</returns>
    public static IReadOnlyList<long> Flip(string file, string text)
    {
        var bytes = File.ReadAllBytes(file);
        var sought = Encoding.ASCII.GetBytes(text);
        var places = new List<long>();
        for (var at = 0; bytes.AsSpan(at).IndexOf(sought) is var found and >= 0; at += found + sought.Length)
            places.Add(at + found + (sought.Length / 2));
        FlipAt(file, places);
        return places;
    }

    /// <summary>Flips the same bits again.</summary>
    public static void FlipAt(string file, IReadOnlyList<long> places)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        foreach (var place in places)
        {
            open.Position = place;
            var flipped = open.ReadByte() ^ 1;
            open.Position = place;
            open.WriteByte((byte)flipped);
        }

        open.Flush(flushToDisk: true);
    }
}
