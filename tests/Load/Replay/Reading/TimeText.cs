using System.Globalization;

namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>Reads the ways in which the source writes a time: the export's 12-hour one, and the interface's ISO one.</summary>
public static class TimeText
{
    private static readonly string[] Formats =
    [
        "M/d/yyyy h:m:s tt", "M/d/yyyy h:m tt", "M/d/yyyy H:m:s", "M/d/yyyy H:m",
        "yyyy/M/d h:m:s tt", "yyyy/M/d H:m:s", "yyyy MMM dd hh:mm:ss tt",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>The local time in <paramref name="text"/>, or its instant where it names an offset; false when it is neither.</summary>
    public static bool TryRead(string text, out DateTime local, out DateTimeOffset? instant)
    {
        ArgumentNullException.ThrowIfNull(text);
        instant = null;
        const DateTimeStyles spaces = DateTimeStyles.AllowWhiteSpaces;
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, spaces, out local))
            return true;

        var offset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!offset || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, spaces, out var read))
            return false;
        instant = read;
        return true;
    }
}
