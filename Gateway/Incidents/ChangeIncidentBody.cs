using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>
/// The body of <c>PATCH /incidents/{id}</c>: a field that is absent stays as it is; null removes a location, a narrative or a reference.
/// </summary>
internal static class ChangeIncidentBody
{
    private static readonly JsonField<string> Category = JsonField.NotNull("category", CommonTypes.Word, "The new category.", "抢劫");
    private static readonly JsonField<int> Priority = JsonField.NotNull(
        "priority", CommonTypes.Priority, "The new priority: 1 (most urgent) to 4. Running clocks are computed anew.", 1);

    private static readonly JsonField<Location> Place = JsonField.Optional(
        "location", LocationTypes.DetailedLocation, "The new location; null: not known.");

    private static readonly JsonField<string> Narrative = JsonField.Optional(
        "narrative", CommonTypes.Narrative, "The new narrative; null: none.", "One of the two men has a knife.");

    private static readonly JsonField<IncidentReference> Reference = JsonField.Optional(
        "reference", ReferenceType.Instance, "The new number in another system; null: none.");

    private static readonly JsonField<StationId> Station = JsonField.NotNull(
        "station",
        IdType<StationId>.Instance,
        "The station that it belongs to since, whatever its location; no body.",
        StationId.Of(ExampleScene.Station));

    /// <summary>The body.</summary>
    public static readonly JsonType<ChangeIncident> Type = new ObjectType<ChangeIncident>(
        new FieldSet(Category, Priority, Place, Narrative, CreateIncidentBody.Confirmed, Reference, Station),
        v => new ChangeIncident(
            v.Given(Category),
            v.Given(Priority),
            LocationTypes.OrUnknown(v.GivenOrNull(Place)),
            v.GivenOrNull(Narrative),
            v.Get(CreateIncidentBody.Confirmed, false))
        {
            Reference = v.GivenOrNull(Reference),
            Station = v.Given(Station),
        });
}
