using System.Text.RegularExpressions;

namespace Tocsin.Journal.Sealing;

/// <summary>
/// The digests of what a seal covers beside the journal, as they stand in its text: <c>name=digest</c> in lower-case hex, in order of the
/// names, separated by spaces.
/// </summary>
public static partial class SealParts
{
    /// <summary>The most parts that a seal has: its line stays short enough for every log.</summary>
    public const int Max = 8;

    /// <summary>Names and digests as a text.</summary>
    /// <exception cref="ArgumentException">A name or a digest is none, a name comes twice, or there are too many.</exception>
    public static string Write(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var ordered = parts.OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        if (ordered.Count > Max || ordered.DistinctBy(p => p.Key).Count() < ordered.Count)
            throw new ArgumentException($"A seal has at most {Max} parts, and no name twice.", nameof(parts));
        var text = string.Join(' ', ordered.Select(p => $"{p.Key}={Convert.ToHexStringLower(p.Value)}"));
        return text.Length == 0 || Text.IsMatch(text)
            ? text
            : throw new ArgumentException("A name is 1 to 32 of a-z, 0-9 and -, a digest has 32 bytes.", nameof(parts));
    }

    /// <summary>The digests of a text by their names; what is none is left out.</summary>
    public static IReadOnlyDictionary<string, byte[]> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (Match part in Part.Matches(text))
            parts[part.Groups["name"].Value] = Convert.FromHexString(part.Groups["digest"].Value);
        return parts;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,31}=[0-9a-f]{64}(?: [a-z][a-z0-9-]{0,31}=[0-9a-f]{64})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Text { get; }

    [GeneratedRegex(@"(?<=^| )(?<name>[a-z][a-z0-9-]{0,31})=(?<digest>[0-9a-f]{64})(?=$| )", RegexOptions.CultureInvariant)]
    private static partial Regex Part { get; }
}
