using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Problems;

namespace Tocsin.Directives;

/// <summary>A recipient: exactly one of a station, a unit and a subject.</summary>
internal sealed class RecipientType : JsonType<DirectiveTo>
{
    private static readonly JsonField<StationId> Station = JsonField.Optional(
        "station", IdType<StationId>.Instance, "A station.", StationId.Of(ExampleScene.Station));

    private static readonly JsonField<UnitId> Unit = JsonField.Optional("unit", CommonTypes.Unit, "A unit.", ExampleScene.UnitId);

    private static readonly JsonField<string> Subject = JsonField.Optional(
        "subject", CommonTypes.Word, "One of the centre's own people, by the subject of the token.", "li");

    private static readonly ObjectType<DirectiveTo> Object = new(new FieldSet(Station, Unit, Subject), Make);

    /// <inheritdoc/>
    public override string? Name => Object.Name;

    /// <inheritdoc/>
    public override JsonNode Example => Write(new DirectiveTo(StationId.Of(ExampleScene.Station), null, null));

    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader, FieldErrors errors, out DirectiveTo value) =>
        Object.Read(ref reader, errors, out value);

    /// <inheritdoc/>
    public override JsonNode Write(DirectiveTo value) => value switch
    {
        { Station: { } station } => new JsonObject { [Station.Name] = station.Value },
        { Unit: { } unit } => new JsonObject { [Unit.Name] = unit.Value },
        _ => new JsonObject { [Subject.Name] = value.Subject },
    };

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => Object.Schema();

    private static DirectiveTo Make(FieldValues v, FieldErrors errors)
    {
        var given = (v.IsGiven(Station) ? 1 : 0) + (v.IsGiven(Unit) ? 1 : 0) + (v.IsGiven(Subject) ? 1 : 0);
        if (given != 1)
            errors.Add(given == 0 ? ErrorCodes.Required : ErrorCodes.TooMany, "must name exactly one of station, unit and subject");
        return new DirectiveTo(v.Find(Station), v.Find(Unit), v.Find(Subject));
    }
}
