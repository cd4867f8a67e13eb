using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Journal;

namespace Tocsin.Units;

/// <summary>
/// When two call signs are one on the radio: compared without case, white space, and the leading zeros of each run of digits (<c>P1</c>,
/// <c>p 01</c>). Full-width letters and digits (<c>Ｐ０１</c>) are the same as others.
/// </summary>
public static class CallSigns
{
    /// <summary>What stands before each name that a unit claims for its call sign.</summary>
    public const string ClaimSort = "callSign:";

    /// <summary>The call sign as it is compared; never empty where the call sign is not blank.</summary>
    public static string Fold(string callSign)
    {
        // Runes: half a surrogate pair could not be normalized.
        var plain = string.Concat(callSign.EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);
        var folded = new StringBuilder(plain.Length);
        foreach (var sign in plain)
        {
            if (char.IsWhiteSpace(sign))
                continue;

            // A zero that began a run of digits goes once another digit follows it.
            if (char.IsAsciiDigit(sign) && folded.Length > 0 && folded[^1] == '0' && (folded.Length == 1 || !char.IsAsciiDigit(folded[^2])))
                folded.Length--;
            folded.Append(sign);
        }

        return folded.ToString();
    }

    /// <summary>The name that a unit with this call sign claims; its digest where it would be too long.</summary>
    public static string Claim(string callSign)
    {
        var folded = Fold(callSign);
        return ClaimSort.Length + folded.Length <= JournalLimits.ClaimMaxLength
            ? ClaimSort + folded
            : $"{ClaimSort}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))}";
    }
}
