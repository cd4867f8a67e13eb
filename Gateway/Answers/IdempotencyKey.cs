using System.Globalization;
using Tocsin.Bodies;
using Tocsin.Limits;

namespace Tocsin.Answers;

/// <summary>The header that makes a repeat of a command recognisable.</summary>
internal static class IdempotencyKey
{
    /// <summary>Its name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Says on an answer that the command had been carried out before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>The key; null when there is none.</summary>
    public static string? Read(HttpContext http, FieldErrors errors)
    {
        var header = http.Request.Headers[Header];
        if (header.Count == 0)
            return null;
        if (header is [{ Length: >= 1 and <= EdgeLimits.KeyMax } key] && key.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return key;
        errors.AddBelow(Header, ErrorCodes.Malformed, string.Create(CultureInfo.InvariantCulture, $"must be 1 to {EdgeLimits.KeyMax} printable ASCII characters, once"));
        return null;
    }
}
