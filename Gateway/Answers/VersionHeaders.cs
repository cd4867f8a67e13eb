using System.Globalization;
using Microsoft.Net.Http.Headers;
using Tocsin.Commands;
using Tocsin.Problems;

namespace Tocsin.Answers;

/// <summary>Versions in headers: <c>ETag</c>, <c>If-Match</c>, <c>If-None-Match</c>.</summary>
internal static class VersionHeaders
{
    /// <summary>The version that the thing must have; null without the header.</summary>
    public static int? IfMatch(HttpContext http, FieldErrors errors)
    {
        var header = http.Request.Headers.IfMatch;
        if (header.Count == 0)
            return null;
        var text = header.Count == 1 ? header[0]?.Trim() : null;
        if (text == "*")
            return CommandContext.AnyVersion;
        if (text is ['"', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        errors.AddBelow(
            HeaderNames.IfMatch,
            ErrorCodes.Malformed,
            "must be one version in quotes, such as \"7\", or *; a weak one (W/) matches nothing");
        return null;
    }

    /// <summary>Whether the client has this version already.</summary>
    public static bool Matches(EntityTagHeaderValue[]? known, int version)
    {
        foreach (var tag in known ?? [])
        {
            if (tag.Tag == "*" || tag.Tag.AsSpan().SequenceEqual(Tag(version)))
                return true;
        }
        return false;
    }

    /// <summary>The versions that the client has; null without the header.</summary>
    public static EntityTagHeaderValue[]? IfNoneMatch(HttpContext http, FieldErrors errors)
    {
        var header = http.Request.Headers.IfNoneMatch;
        if (header.Count == 0)
            return null;
        if (EntityTagHeaderValue.TryParseList([.. header.Select(h => h ?? "")], out var tags))
            return [.. tags];
        errors.AddBelow(HeaderNames.IfNoneMatch, ErrorCodes.Malformed, "must be a list of versions in quotes, or *");
        return null;
    }

    /// <summary>A version as a header writes it.</summary>
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
