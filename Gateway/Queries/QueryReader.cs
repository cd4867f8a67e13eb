using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;
using Tocsin.Settings;
using Tocsin.Text;

namespace Tocsin.Queries;

/// <summary>Reads the query of a request strictly: an unknown parameter, or one that is given twice, is an error.</summary>
/// <param name="http">The request.</param>
/// <param name="errors">Collects the errors.</param>
internal readonly struct QueryReader(HttpContext http, FieldErrors errors)
{
    private const string DayFormat = "yyyy-MM-dd";

    // The day behind it can be told.
    private const int DayYearMax = 9998;

    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Adds an error for every parameter but these.</summary>
    public QueryReader Only(params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in http.Request.Query)
        {
            if (!known.Contains(name))
                errors.AddBelow(Printable(name), ErrorCodes.UnknownField, "is not a parameter of this route");
        }
        return this;
    }

    /// <summary>A text; null when it is absent, empty or invalid.</summary>
    public string? Text(string name, int max)
    {
        if (One(name) is not { Length: > 0 } text)
            return null;
        if (text.Length > max)
            errors.AddBelow(name, ErrorCodes.TooLong, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} characters"));
        else if (text.AsSpan().IndexOfAny('\0', '\uFFFD') >= 0 || !WellFormed.IsWellFormed(text))
            errors.AddBelow(name, ErrorCodes.BadCharacter, "must not hold a NUL or bytes that are not UTF-8");
        else
            return text;
        return null;
    }

    /// <summary>A whole number; <paramref name="otherwise"/> when it is absent or invalid.</summary>
    public int Number(string name, int otherwise, int min, int max)
    {
        if (One(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        errors.AddBelow(
            name,
            text.Length > 0 && text.All(char.IsAsciiDigit) ? ErrorCodes.OutOfRange : ErrorCodes.WrongType,
            string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        return otherwise;
    }

    /// <summary>A whole number; null when it is absent or invalid.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="min">The smallest, 1 or more.</param>
    /// <param name="max">The largest.</param>
    public int? Number(string name, int min, int max) =>
        Has(name) && Number(name, 0, min, max) is > 0 and var value ? value : null;

    /// <summary>Whether a parameter is <c>true</c>, the only value that it takes; false when it is absent or invalid.</summary>
    public bool Flag(string name)
    {
        if (One(name) is not { } text)
            return false;
        if (text == "true")
            return true;
        errors.AddBelow(name, ErrorCodes.NotInList, "must be true, or absent");
        return false;
    }

    /// <summary>True or false; null: not given.</summary>
    public bool? Truth(string name)
    {
        switch (One(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                errors.AddBelow(name, ErrorCodes.NotInList, "must be true or false");
                return null;
        }
    }

    /// <summary>Coordinates, <c>lat,lon</c>; null when they are absent or invalid.</summary>
    public GeoPoint? Point(string name)
    {
        if (One(name) is not { } text)
            return null;
        if (text.Split(',') is not [var north, var east]
            || !double.TryParse(north, DecimalStyle, CultureInfo.InvariantCulture, out var lat)
            || !double.TryParse(east, DecimalStyle, CultureInfo.InvariantCulture, out var lon)
            || !double.IsFinite(lat)
            || !double.IsFinite(lon))
        {
            errors.AddBelow(name, ErrorCodes.Malformed, "must be a latitude and a longitude in degrees, such as 36.53,113.05");
            return null;
        }

        if (Math.Abs(lat) <= GatewayLimits.LatitudeMax && Math.Abs(lon) <= GatewayLimits.LongitudeMax)
            return new GeoPoint(lat, lon);
        errors.AddBelow(name, ErrorCodes.OutOfRange, "must lie on the earth: -90 to 90, -180 to 180");
        return null;
    }

    /// <summary>A number; null when it is absent or invalid.</summary>
    public double? Decimal(string name, double min, double max)
    {
        if (One(name) is not { } text)
            return null;
        var isNumber = double.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
        if (isNumber && value >= min && value <= max)
            return value;
        errors.AddBelow(
            name,
            isNumber ? ErrorCodes.OutOfRange : ErrorCodes.WrongType,
            string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));
        return null;
    }

    /// <summary>A position of the journal; null when it is absent or invalid.</summary>
    public long? Position(string name)
    {
        if (One(name) is not { } text)
            return null;
        if (text.Length <= GatewayLimits.CursorMax && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value;
        errors.AddBelow(name, ErrorCodes.Malformed, "must be a position: a whole number, 0 or more");
        return null;
    }

    /// <summary>The most items of a page: 1 to 200, default 50.</summary>
    public int Limit() => Number("limit", GatewayLimits.PageDefault, 1, GatewayLimits.PageMax);

    /// <summary>A cursor; the cluster, which made it, checks it further.</summary>
    public string? Cursor()
    {
        if (One("cursor") is not { } text)
            return null;
        if (text.Length is > 0 and <= GatewayLimits.CursorMax && text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0)
            return text;
        errors.AddBelow("cursor", ErrorCodes.Malformed, "is not a cursor of this list");
        return null;
    }

    /// <summary>A time; null when it is absent or invalid.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (One(name) is not { } text)
            return null;
        errors.Enter(name);
        var good = InstantType.Parse(text, errors, out var value);
        errors.Leave();
        return good ? value : null;
    }

    /// <summary>A required time.</summary>
    public DateTimeOffset RequiredInstant(string name)
    {
        if (!Has(name))
            errors.AddBelow(name, ErrorCodes.Required, "is missing");
        return Instant(name) ?? default;
    }

    /// <summary>A required day, <c>YYYY-MM-DD</c>, from 2000-01-01.</summary>
    public DateOnly RequiredDay(string name)
    {
        if (One(name) is not { } text)
            errors.AddBelow(name, ErrorCodes.Required, "is missing");
        else if (!DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            errors.AddBelow(name, ErrorCodes.Malformed, "must be a day such as 2026-01-31");
        else if (day.Year is < 2000 or > DayYearMax)
            errors.AddBelow(name, ErrorCodes.OutOfRange, "must be of the years 2000 to 9998");
        else
            return day;
        return default;
    }

    /// <summary>The schema of a day.</summary>
    public static OpenApiSchema DaySchema() => new() { Type = JsonSchemaType.String, Format = "date" };

    /// <summary>A word of a list; null when it is absent or invalid.</summary>
    public T? Word<T>(string name, EnumType<T> words)
        where T : struct
    {
        if (One(name) is not { } text)
            return null;
        if (words.TryFind(text, out var value))
            return value;
        errors.AddBelow(name, ErrorCodes.NotInList, words.Expected);
        return null;
    }

    /// <summary>An id; null when it is absent or invalid.</summary>
    public T? Id<T>(string name)
        where T : struct, IEntityId<T>
    {
        if (One(name) is not { } text)
            return null;
        if (EntityIdRule.IsValid(text))
            return T.Of(text);
        errors.AddBelow(name, ErrorCodes.Malformed, IdType<T>.Expected);
        return null;
    }

    /// <summary>Whether a parameter is given, valid or not.</summary>
    public bool Has(string name) => http.Request.Query.ContainsKey(name);

    /// <summary>The first value of a parameter; null when it is absent. A second one is an error.</summary>
    public string? One(string name)
    {
        if (!http.Request.Query.TryGetValue(name, out StringValues values) || values.Count == 0)
            return null;
        if (values.Count > 1)
            errors.AddBelow(name, ErrorCodes.Duplicate, "came twice");
        return values[0] ?? "";
    }

    private static string Printable(string name) => new([.. name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
}
