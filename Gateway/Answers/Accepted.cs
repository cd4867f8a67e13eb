using Microsoft.Net.Http.Headers;

namespace Tocsin.Answers;

/// <summary>Which media type of those that a route can give answers a request.</summary>
internal static class Accepted
{
    /// <summary>
    /// The one of the highest quality; of several, one that the request names before one that only a wildcard covers, then the one that is
    /// offered first. Null: none. A request without the header, or with one that cannot be read, takes the first.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="offered">The media types that the route can give, its usual one first.</param>
    public static string? Of(HttpContext http, params IReadOnlyList<string> offered)
    {
        var header = http.Request.Headers.Accept;
        if (header.Count == 0 || !MediaTypeHeaderValue.TryParseList([.. header.Select(h => h ?? "")], out var taken) || taken.Count == 0)
            return offered[0];
        string? best = null;
        var bestMark = (Quality: 0.0, Named: false);
        foreach (var media in offered)
        {
            var mark = MarkOf(new MediaTypeHeaderValue(media), taken);
            if (mark.Quality > bestMark.Quality || (mark.Quality > 0 && mark.Quality == bestMark.Quality && mark.Named && !bestMark.Named))
                (best, bestMark) = (media, mark);
        }

        return best;
    }

    // The most specific range that covers a media type says its quality.
    private static (double Quality, bool Named) MarkOf(MediaTypeHeaderValue media, IList<MediaTypeHeaderValue> taken)
    {
        var range = taken.Where(t => Covers(t, media)).MaxBy(t => t.MatchesAllTypes ? 0 : t.MatchesAllSubTypes ? 1 : 2);
        return range is null ? (0, false) : (range.Quality ?? 1, !range.MatchesAllTypes && !range.MatchesAllSubTypes);
    }

    // Parameters such as charset do not count.
    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue media) =>
        range.MatchesAllTypes
        || (range.Type.Equals(media.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(media.SubType, StringComparison.OrdinalIgnoreCase)));
}
