using System.Text.Encodings.Web;
using System.Text.Json;
using Tocsin.Deciding;
using Tocsin.Journal;

namespace Tocsin.Calls;

/// <summary>The caller's number is personal: its event carries a keyed digest, the number itself stands apart.</summary>
internal static class CallerNumbers
{
    /// <summary>What the event carries; null when there is no number.</summary>
    public static string? Digest(CallState state, string? number, DecisionContext context) =>
        number is null ? null : context.Digest(state.Stream, number);

    /// <summary>The fewest digits of a number by which two calls count as from the same one: "anonymous" is nobody.</summary>
    private const int FewestDigits = 3;

    /// <summary>The number by which calls are compared: without blanks and signs; null when it tells nobody apart.</summary>
    public static string? Comparable(string? number)
    {
        if (number is null || number.Count(char.IsAsciiDigit) < FewestDigits)
            return null;
        return string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>What stands apart: a JSON string; no number removes it.</summary>
    public static PersonalEntry Entry(CallState state, string? number) =>
        new(state.Stream, number is null ? null : $"\"{JsonEncodedText.Encode(number, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
}
