using System.Globalization;
using Microsoft.OpenApi;
using Tocsin.Bodies;
using Tocsin.Limits;

namespace Tocsin.OpenApi;

/// <summary>Parameters that many routes share.</summary>
internal static class CommonParameters
{
    /// <summary>How many.</summary>
    public static readonly ApiParameter Limit = new("limit", () => Number(EdgeLimits.PageDefault, EdgeLimits.PageMax), "How many items a page has.");

    /// <summary>Where to go on.</summary>
    public static readonly ApiParameter Cursor = new("cursor", () => Text(EdgeLimits.CursorMax), "The next of the page before.");

    /// <summary>A search.</summary>
    public static readonly ApiParameter Search = new("q", () => Text(EdgeLimits.SearchMax), "A substring; case does not count.");

    /// <summary>From when.</summary>
    public static readonly ApiParameter From = new("from", CommonKinds.Instant.Schema, "Received at or after.");

    /// <summary>Until when.</summary>
    public static readonly ApiParameter To = new("to", CommonKinds.Instant.Schema, "Received before.");

    /// <summary>The parameters of a trail.</summary>
    public static readonly ApiParameter[] Trail =
    [
        new("after", Whole, "Events after this position."),
        Limit,
        new("cursor", () => Text(EdgeLimits.CursorMax), "The next of the page before: the same as after."),
    ];

    /// <summary>A whole number, at least 0.</summary>
    public static OpenApiSchema Whole() => new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };

    /// <summary>True or false.</summary>
    public static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean };

    /// <summary>A whole number.</summary>
    public static OpenApiSchema Number(int otherwise, int max) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = "1",
        Maximum = max.ToString(CultureInfo.InvariantCulture),
        Default = otherwise,
    };

    /// <summary>A text.</summary>
    public static OpenApiSchema Text(int max) => new() { Type = JsonSchemaType.String, MaxLength = max };
}
