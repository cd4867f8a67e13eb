using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/reopening</c>.</summary>
internal static class ReopenIncidentBody
{
    private static readonly JsonField<string> Reason = JsonField.Required(
        "reason", CommonTypes.Reason, "Why it is opened again.", "The suspects came back.");

    /// <summary>The body.</summary>
    public static readonly JsonType<ReopenIncident> Type = new ObjectType<ReopenIncident>(
        new FieldSet(Reason, CommonTypes.OccurredAt),
        v => new ReopenIncident(v.Get(Reason), v.Find(CommonTypes.OccurredAt)));
}
