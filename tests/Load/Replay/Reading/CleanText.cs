using System.Text;

namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>Makes a text of the file one that the contract takes: no control characters, no half characters, not too long.</summary>
public static class CleanText
{
    /// <summary><paramref name="text"/> trimmed, runs of white space as one space, cut at <paramref name="most"/> characters.</summary>
    public static string Of(string? text, int most)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            var space = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (space && (clean.Length == 0 || clean[^1] == ' '))
                continue;
            if (clean.Length + rune.Utf16SequenceLength > most)
                break;
            clean.Append(space ? " " : rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// <paramref name="text"/> as an id: at most 40 of letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, others becoming <c>-</c>.
    /// </summary>
    public static string Id(string? text) =>
        string.Concat(Of(text, 40).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
