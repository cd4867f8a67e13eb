using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/closure</c>.</summary>
internal static class CloseIncidentBody
{
    private static readonly JsonField<string> Disposition = JsonField.Required(
        "disposition", CommonTypes.Word, "How the incident ended.", "settled");

    private static readonly JsonField<string> Note = JsonField.Optional("note", CommonTypes.Narrative, "A note.", "Two arrests.");

    /// <summary>The body.</summary>
    public static readonly JsonType<CloseIncident> Type = new ObjectType<CloseIncident>(
        new FieldSet(Disposition, Note, CommonTypes.OccurredAt),
        v => new CloseIncident(v.Get(Disposition), v.Find(Note), v.Find(CommonTypes.OccurredAt)));
}
