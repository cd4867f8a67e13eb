using System.Globalization;
using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Settings;
using Tocsin.Text;

namespace Tocsin.Live;

/// <summary>The query of a request for the feed.</summary>
/// <param name="After">Events after this position; null: from now on.</param>
/// <param name="Epoch">The epoch that the client knows; null: it knows none.</param>
/// <param name="Filter">Which frames it gets.</param>
internal sealed record FeedQuery(JournalPosition? After, Epoch? Epoch, FeedFilter Filter)
{
    /// <summary>The header with which a browser reconnects.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>Reads it; errors are added to <paramref name="errors"/>.</summary>
    public static FeedQuery Read(HttpContext http, Actor reader, FieldErrors errors)
    {
        var query = new QueryReader(http, errors).Only("after", "epoch", "stations", "kinds", "positions", "presence");
        var after = Position(query.One("after"), "after", errors);

        // A browser reconnects with its first address; the header has the last position that it read.
        if (http.Request.Headers[LastEventId] is [{ Length: > 0 } last])
            after = Position(last, LastEventId, errors);
        var filter = new FeedFilter(
            reader,
            List(query.One("stations"), "stations", FeedLimits.StationsMax, GatewayLimits.WordMax, errors),
            List(query.One("kinds"), "kinds", FeedLimits.KindsMax, GatewayLimits.WordMax, errors),
            Box(query.One("positions"), errors),
            Flag(query.One("presence"), "presence", errors) && Roles.AreOfCentre(reader.Role));
        return new FeedQuery(after, query.Text("epoch", GatewayLimits.CursorMax) is { } epoch ? new Epoch(epoch) : null, filter);
    }

    private static JournalPosition? Position(string? text, string field, FieldErrors errors)
    {
        if (text is null)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return new JournalPosition(value);
        errors.AddBelow(field, ErrorCodes.WrongType, "must be a position: a whole number, at least 0");
        return null;
    }

    private static HashSet<string>? List(string? text, string field, int max, int longest, FieldErrors errors)
    {
        if (text is null)
            return null;
        var words = text.Length > FeedLimits.ListLengthMax
            ? []
            : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length >= 1 && words.Length <= max && words.All(w => w.Length <= longest && WellFormed.IsWellFormed(w)))
            return [.. words];
        var expected = string.Create(CultureInfo.InvariantCulture, $"must be 1 to {max} words, with commas between them");
        errors.AddBelow(field, ErrorCodes.Malformed, expected);
        return null;
    }

    private static PositionFilter Box(string? text, FieldErrors errors)
    {
        switch (text)
        {
            case null or "none":
                return PositionFilter.None;
            case "all":
                return PositionFilter.All;
        }

        var numbers = text.Split(',').Select(Degrees).ToList();
        if (numbers is [>= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180] && numbers[0] <= numbers[2])
            return new PositionFilter(true, numbers[0], numbers[1], numbers[2], numbers[3]);
        errors.AddBelow("positions", ErrorCodes.Malformed, "must be 'none', 'all' or minLat,minLon,maxLat,maxLon");
        return PositionFilter.None;
    }

    private static double Degrees(string text) =>
        double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? value
            : double.NaN;

    private static bool Flag(string? text, string field, FieldErrors errors)
    {
        if (text is not (null or "true" or "false"))
            errors.AddBelow(field, ErrorCodes.WrongType, "must be true or false");
        return text == "true";
    }
}
