using System.Globalization;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.Answers;

/// <summary>The header by which a repeated command is recognised.</summary>
internal static class IdempotencyKey
{
    /// <summary>Its name.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The header of an answer to a command that had been carried out before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    private static readonly string Expected = string.Create(
        CultureInfo.InvariantCulture, $"must be 1 to {GatewayLimits.KeyMax} printable ASCII characters, once");

    /// <summary>The key; null when there is none, or an invalid one.</summary>
    public static string? Read(HttpContext http, FieldErrors errors)
    {
        var header = http.Request.Headers[Header];
        if (header.Count == 0)
            return null;
        if (header is [{ Length: >= 1 and <= GatewayLimits.KeyMax } key] && key.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return key;
        errors.AddBelow(Header, ErrorCodes.Malformed, Expected);
        return null;
    }
}
