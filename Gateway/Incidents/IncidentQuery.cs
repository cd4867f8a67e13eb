using Microsoft.OpenApi;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.Routing;
using Tocsin.Settings;

namespace Tocsin.Incidents;

/// <summary>By what <c>GET /incidents</c> finds, beside status, text and time.</summary>
internal static class IncidentQuery
{
    /// <summary>The words of <c>sort</c>.</summary>
    public static readonly EnumType<IncidentSort> Sort = EnumType.Of<IncidentSort>();

    /// <summary>The parameters.</summary>
    public static readonly ApiParameter[] Parameters =
    [
        new("station", Word, "Only those that belong to this station."),
        new("category", Word, "Only those of exactly this category."),
        new("priority", CommonTypes.Priority.Schema, "Only those of this priority."),
        ApiParameter.OfId<UnitId>("unit", "Only those that this unit is or ever was assigned to."),
        new("disposition", Word, "Only those that were closed with exactly this disposition."),
        new(
            "valid",
            CommonTypes.Flag.Schema,
            """
            Only closed ones that were an incident by their outcome (`true`), or were not (`false`). `status` is `closed` then, unless it
            says `all`.
            """),
        new("unattended", CommonParameters.Flag, "`true`: only those that are unattended now. No other value."),
        new("near", () => CommonParameters.Text(GatewayLimits.CursorMax), "`lat,lon`: only those within `radius` of this place."),
        new(
            "radius",
            () => CommonParameters.Number(GatewayLimits.RadiusDefault, GatewayLimits.RadiusMax),
            "How far from `near`, in metres; only with `near`."),
        new(
            "sort",
            Sort.Schema,
            """
            `received` (the default): newest first. `priority`: 1 first, then newest first. `late`: what is late, longest first, then the
            rest, newest first.
            """),
    ];

    /// <summary>The place and the distance; no place without <c>near</c>.</summary>
    public static (GeoPoint? Near, int Radius) Near(QueryReader query, FieldErrors errors)
    {
        var near = query.Point("near");
        var radius = query.Number("radius", GatewayLimits.RadiusDefault, 1, GatewayLimits.RadiusMax);
        if (query.Has("radius") && !query.Has("near"))
            errors.AddBelow("near", ErrorCodes.Required, "is missing: radius is measured from it");
        return (near, near is null ? 0 : radius);
    }

    private static OpenApiSchema Word() => CommonParameters.Text(GatewayLimits.WordMax);
}
