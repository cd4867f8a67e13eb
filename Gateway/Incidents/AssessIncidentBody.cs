using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/assessment</c>.</summary>
internal static class AssessIncidentBody
{
    private static readonly JsonField<int> Priority = JsonField.Required(
        "priority", CommonTypes.Priority, "1 (most urgent) to 4. Running clocks are computed anew.", 1);

    private static readonly JsonField<StationId> Owner = JsonField.Required(
        "owner", IdType<StationId>.Instance, "The station or body that answers for it.", StationId.Of(ExampleScene.Station));

    private static readonly JsonField<string> Note = JsonField.Optional(
        "note", CommonTypes.OptionalReason, "A note.", "Treated as murder until we know better.");

    /// <summary>The body.</summary>
    public static readonly JsonType<AssessIncident> Type = new ObjectType<AssessIncident>(
        new FieldSet(Priority, Owner, Note, CommonTypes.OccurredAt),
        v => new AssessIncident(v.Get(Priority), v.Get(Owner), v.Find(Note), v.Find(CommonTypes.OccurredAt)));
}
