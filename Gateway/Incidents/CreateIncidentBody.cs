using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents</c>.</summary>
internal static class CreateIncidentBody
{
    private static readonly JsonField<CallId> Call = JsonField.Optional(
        "callId",
        IdType<CallId>.Instance,
        "The call from which the incident is made; it is disposed of in the same append.",
        ExampleScene.CallId);

    private static readonly JsonField<string> Category = JsonField.Required("category", CommonTypes.Word, "The category (nature).", "盗窃");

    private static readonly JsonField<int> Priority = JsonField.Required(
        "priority", CommonTypes.Priority, "1 (most urgent) to 4.", 2);

    private static readonly JsonField<Location> Place = JsonField.Optional(
        "location", LocationTypes.DetailedLocation, "Where it is; null or without lat and lon: not known yet.");

    private static readonly JsonField<string> Narrative = JsonField.Optional(
        "narrative", CommonTypes.Narrative, "What is going on.", "Shop window broken; the caller saw two people run away.");

    private static readonly JsonField<string> Station = JsonField.Optional(
        "station",
        CommonTypes.Word,
        "The station; absent: the one whose area contains the location, else the nearest.",
        ExampleScene.Station);

    private static readonly JsonField<bool> Exercise = JsonField.Optional(
        "exercise", CommonTypes.Flag, "Whether it is a drill or a probe, which reports leave out; default false.", false);

    private static readonly JsonField<IncidentReference> Reference = JsonField.Optional(
        "reference", ReferenceType.Instance, "Its number in another system; `q` finds it.");

    /// <summary>Of this body and of the change: whether a place that nobody expects is meant.</summary>
    internal static readonly JsonField<bool> Confirmed = JsonField.Optional(
        "confirmed",
        CommonTypes.Flag,
        "Whether a place that is 0, 0 or far from every station is meant; default false: it is refused with 422 `implausiblePlace`.",
        true);

    /// <summary>The body.</summary>
    public static readonly JsonType<CreateIncident> Type = new ObjectType<CreateIncident>(
        new FieldSet(Call, Category, Priority, Place, Narrative, Station, Exercise, Confirmed, CommonTypes.OccurredAt, Reference),
        v => new CreateIncident(
            v.Find(Call),
            v.Get(Category),
            v.Get(Priority),
            LocationTypes.OrUnknown(v.Get(Place, null!)),
            v.Find(Narrative),
            v.Find(Station),
            v.Get(Exercise, false),
            v.Find(CommonTypes.OccurredAt),
            v.Get(Confirmed, false))
        {
            Reference = v.Get(Reference, null!),
        });
}
