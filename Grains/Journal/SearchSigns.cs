using System.Globalization;

namespace Tocsin.Journal;

/// <summary>
/// The characters that a search passes over: white space, punctuation, and control and format characters of the basic plane, after NFKC;
/// all but the line feed, which stands between the parts of a text. A list of its own, so that program and database agree whatever edition
/// of Unicode each has; the function <c>search_fold</c> of the schema has the same.
/// </summary>
internal static class SearchSigns
{
    /// <summary>Ranges, first and last, as a bracket of a regular expression has them.</summary>
    public const string Ranges =
        @"\u0001-\u0009\u000B-\u0023\u0025-\u002A\u002C-\u002F\u003A-\u003B\u003F-\u0040\u005B-\u005D\u005F\u007B\u007D"
        + @"\u007F-\u00A1\u00A7\u00AB\u00AD\u00B6-\u00BF\u055A-\u055F\u0589-\u058A\u05BE\u05C0\u05C3\u05C6\u05F3-\u05F4"
        + @"\u0600-\u0605\u0609-\u060A\u060C-\u060D\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u0700-\u070D\u070F\u07F7-\u07F9"
        + @"\u0830-\u083E\u085E\u0890-\u0891\u08E2\u0964-\u0965\u0970\u09FD\u0A76\u0AF0\u0C77\u0C84\u0DF4\u0E4F\u0E5A-\u0E5B"
        + @"\u0F04-\u0F12\u0F14\u0F3A-\u0F3D\u0F85\u0FD0-\u0FD4\u0FD9-\u0FDA\u104A-\u104F\u10FB\u1360-\u1368\u1400\u166E"
        + @"\u1680\u169B-\u169C\u16EB-\u16ED\u1735-\u1736\u17D4-\u17D6\u17D8-\u17DA\u1800-\u180A\u180E\u1944-\u1945"
        + @"\u1A1E-\u1A1F\u1AA0-\u1AA6\u1AA8-\u1AAD\u1B4E-\u1B4F\u1B5A-\u1B60\u1B7D-\u1B7F\u1BFC-\u1BFF\u1C3B-\u1C3F\u1C7E-\u1C7F"
        + @"\u1CC0-\u1CC7\u1CD3\u200B-\u2043\u2045-\u2051\u2053-\u2064\u2066-\u206F\u2308-\u230B\u2768-\u2775\u27C5-\u27C6"
        + @"\u27E6-\u27EF\u2983-\u2998\u29D8-\u29DB\u29FC-\u29FD\u2CF9-\u2CFC\u2CFE-\u2CFF\u2D70\u2E00-\u2E2E\u2E30-\u2E4F"
        + @"\u2E52-\u2E5D\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\u303D\u30A0\u30FB\uA4FE-\uA4FF\uA60D-\uA60F\uA673"
        + @"\uA67E\uA6F2-\uA6F7\uA874-\uA877\uA8CE-\uA8CF\uA8F8-\uA8FA\uA8FC\uA92E-\uA92F\uA95F\uA9C1-\uA9CD\uA9DE-\uA9DF"
        + @"\uAA5C-\uAA5F\uAADE-\uAADF\uAAF0-\uAAF1\uABEB\uFD3E-\uFD3F\uFE45-\uFE46\uFEFF\uFFF9-\uFFFB\uFFFE";

    private static readonly bool[] Signs = Read();

    /// <summary>Whether a search passes over it.</summary>
    public static bool Contains(char c) => Signs[c];

    private static bool[] Read()
    {
        const int Length = 6;
        var signs = new bool[char.MaxValue + 1];
        for (var place = 0; place < Ranges.Length; place += Length)
        {
            var first = Code(place);
            if (place + Length < Ranges.Length && Ranges[place + Length] == '-')
                place += Length + 1;
            signs.AsSpan(first..(Code(place) + 1)).Fill(true);
        }

        return signs;
    }

    private static int Code(int place) => int.Parse(Ranges.AsSpan(place + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
