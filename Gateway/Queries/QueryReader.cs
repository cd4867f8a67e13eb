using System.Globalization;
using Microsoft.Extensions.Primitives;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;

namespace Tocsin.Queries;

/// <summary>Reads the query of one request strictly: a parameter that the route does not know, or that comes twice, is refused.</summary>
/// <param name="http">The request.</param>
/// <param name="errors">Takes what is wrong.</param>
internal readonly struct QueryReader(HttpContext http, FieldErrors errors)
{
    /// <summary>Refuses every parameter but these.</summary>
    public QueryReader Only(params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in http.Request.Query)
        {
            if (!known.Contains(name))
                errors.AddBelow(Printable(name), ErrorCodes.UnknownField, "is not a parameter of this route");
        }
        return this;
    }

    /// <summary>A text.</summary>
    public string? Text(string name, int max)
    {
        if (One(name) is not { Length: > 0 } text)
            return null;
        if (text.Length > max)
            errors.AddBelow(name, ErrorCodes.TooLong, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} characters"));
        else if (text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal) || !WellFormed.IsWellFormed(text))
            errors.AddBelow(name, ErrorCodes.BadCharacter, "must not hold a NUL or bytes that are not UTF-8");
        else
            return text;
        return null;
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int otherwise, int min, int max)
    {
        if (One(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        errors.AddBelow(name, text.Length > 0 && text.All(char.IsAsciiDigit) ? ErrorCodes.OutOfRange : ErrorCodes.WrongType, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        return otherwise;
    }

    /// <summary>A number.</summary>
    public double? Decimal(string name, double min, double max)
    {
        if (One(name) is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            errors.AddBelow(name, ErrorCodes.WrongType, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));
        else if (value < min || value > max)
            errors.AddBelow(name, ErrorCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));
        else
            return value;
        return null;
    }

    /// <summary>How many items a page has.</summary>
    public int Limit() => Number("limit", EdgeLimits.PageDefault, 1, EdgeLimits.PageMax);

    /// <summary>A cursor: opaque here, judged by who made it.</summary>
    public string? Cursor()
    {
        if (One("cursor") is not { } text)
            return null;
        if (text.Length is > 0 and <= EdgeLimits.CursorMax && text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0)
            return text;
        errors.AddBelow("cursor", ErrorCodes.Malformed, "is not a cursor of this list");
        return null;
    }

    /// <summary>A time.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (One(name) is not { } text)
            return null;
        errors.Enter(name);
        var good = InstantKind.Check(text, errors, out var value);
        errors.Leave();
        return good ? value : null;
    }

    /// <summary>A time that must be there.</summary>
    public DateTimeOffset RequiredInstant(string name)
    {
        if (!http.Request.Query.ContainsKey(name))
            errors.AddBelow(name, ErrorCodes.Required, "is missing");
        return Instant(name) ?? default;
    }

    /// <summary>A word out of a list.</summary>
    public T? Word<T>(string name, WordKind<T> words)
        where T : struct
    {
        if (One(name) is not { } text)
            return null;
        if (words.TryFind(text, out var value))
            return value;
        errors.AddBelow(name, ErrorCodes.NotInList, words.Expected);
        return null;
    }

    /// <summary>The id of a thing.</summary>
    public T? Id<T>(string name)
        where T : struct, IEntityId<T>
    {
        if (One(name) is not { } text)
            return null;
        if (EntityIdRule.IsValid(text))
            return T.Of(text);
        errors.AddBelow(name, ErrorCodes.Malformed, string.Create(CultureInfo.InvariantCulture, $"must be 1 to {EntityIdRule.MaxLength} of letters, digits, '-', '_', '.'"));
        return null;
    }

    /// <summary>The value of a parameter that may come once.</summary>
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
