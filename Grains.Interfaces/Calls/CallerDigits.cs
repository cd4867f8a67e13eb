using System.Globalization;

namespace Tocsin.Calls;

/// <summary>The digits of a telephone number, by which a caller is found; how it is written does not count.</summary>
public static class CallerDigits
{
    /// <summary>The fewest digits by which a caller is looked for: 4.</summary>
    public const int Min = 4;

    /// <summary>
    /// The fewest digits of a stored number that is found by a longer one: by <c>+86 138 0013 8000</c> also <c>13800138000</c>, but no
    /// short number of a line.
    /// </summary>
    public const int LocalMin = 7;

    /// <summary>The digits, 0 to 9, of a number in any spelling and any script.</summary>
    public static string Of(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return string.Concat(number.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c)).Where(digit => digit >= 0));
    }
}
