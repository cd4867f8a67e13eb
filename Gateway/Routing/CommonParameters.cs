using System.Globalization;
using Microsoft.OpenApi;
using Tocsin.JsonBodies;
using Tocsin.Settings;

namespace Tocsin.Routing;

/// <summary>Parameters that many routes share.</summary>
internal static class CommonParameters
{
    /// <summary>How many items a page has.</summary>
    public static readonly ApiParameter Limit = new(
        "limit", () => Number(GatewayLimits.PageDefault, GatewayLimits.PageMax), "The most items of the page.");

    /// <summary>Where the page begins.</summary>
    public static readonly ApiParameter Cursor = new(
        "cursor", () => Text(GatewayLimits.CursorMax), "`next` of the page before; absent: the first page.");

    /// <summary>A search text.</summary>
    public static readonly ApiParameter Search = new(
        "q",
        () => Text(GatewayLimits.SearchMax),
        "Only those that contain every word of this text. Case, full or half width, white space and punctuation do not count.");

    /// <summary>The start of a time of receipt.</summary>
    public static readonly ApiParameter From = new("from", CommonTypes.Instant.Schema, "Only those received at or after this time.");

    /// <summary>The end of a time of receipt.</summary>
    public static readonly ApiParameter To = new("to", CommonTypes.Instant.Schema, "Only those received before this time.");

    /// <summary>The parameters of a trail.</summary>
    public static readonly ApiParameter[] Trail =
    [
        new("after", Position, "Only events after this position; absent: from the first."),
        Limit,
        new("cursor", () => Text(GatewayLimits.CursorMax), "`next` of the page before; the same as `after`."),
    ];

    /// <summary>The schema of a position of the journal: a whole number, at least 0.</summary>
    public static OpenApiSchema Position() => new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };

    /// <summary>The schema of true or false.</summary>
    public static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean };

    /// <summary>The schema of a whole number from 1.</summary>
    public static OpenApiSchema Number(int otherwise, int max) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = "1",
        Maximum = max.ToString(CultureInfo.InvariantCulture),
        Default = otherwise,
    };

    /// <summary>The schema of a text.</summary>
    public static OpenApiSchema Text(int max) => new() { Type = JsonSchemaType.String, MaxLength = max };
}
