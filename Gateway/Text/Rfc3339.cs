namespace Tocsin.Text;

/// <summary>
/// Reads RFC 3339 times strictly: an offset is required, the date must exist, fractions beyond milliseconds are cut off.
/// A leap second is refused: <see cref="DateTimeOffset"/> has none.
/// </summary>
internal static class Rfc3339
{
    private const int SecondsEnd = 19;

    /// <summary>The longest text that is accepted: room for nine digits of fraction and an offset.</summary>
    public const int LengthMax = 40;

    /// <summary>Reads a time.</summary>
    /// <returns>Whether it is a valid one.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is < SecondsEnd + 1 or > LengthMax
            || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':'
            || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }
        var rest = text[SecondsEnd..];
        if (!TryCutFraction(ref rest, out var milliseconds) || !TryOffset(rest, out var offsetMinutes))
            return false;
        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks
            + (milliseconds * TimeSpan.TicksPerMillisecond) - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryCutFraction(ref ReadOnlySpan<char> rest, out int milliseconds)
    {
        milliseconds = 0;
        if (rest[0] != '.')
            return true;
        var count = rest[1..].IndexOfAnyExceptInRange('0', '9');
        if (count < 1)
            return false;
        for (var i = 0; i < 3; i++)
            milliseconds = (milliseconds * 10) + (i < count ? rest[1 + i] - '0' : 0);
        rest = rest[(1 + count)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out int minutes)
    {
        minutes = 0;
        if (rest is "Z" or "z")
            return true;
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':'
            || !Digits(rest[1..3], out var hours) || !Digits(rest[4..6], out var rests) || hours > 23 || rests > 59)
        {
            return false;
        }
        minutes = (rest[0] == '-' ? -1 : 1) * ((hours * 60) + rests);
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }
        return true;
    }
}
