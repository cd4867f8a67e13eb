using System.Diagnostics.CodeAnalysis;

namespace Tocsin.Identity;

/// <summary>The one rule for every id in the contract: 1 to 40 of letters, digits, <c>-</c>, <c>_</c>, <c>.</c> (ASCII).</summary>
public static class EntityIdRule
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>Whether <paramref name="text"/> may be an id.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text)
    {
        if (text is not { Length: >= 1 and <= MaxLength })
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    internal static string Require(string text, string what) => IsValid(text)
        ? text
        : throw new ArgumentException($"'{text}' is no {what}: 1 to {MaxLength} of letters, digits, '-', '_', '.' are.", nameof(text));
}
