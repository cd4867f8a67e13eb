using Tocsin.Bodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/closure</c>.</summary>
internal static class CloseIncidentBody
{
    private static readonly Field<string> Disposition = Field.Required("disposition", CommonKinds.Word);
    private static readonly Field<string> Note = Field.Optional("note", CommonKinds.Narrative);

    /// <summary>The body.</summary>
    public static readonly Kind<CloseIncident> Kind = new ObjectKind<CloseIncident>(
        new Shape(Disposition, Note, CommonKinds.OccurredAt),
        v => new CloseIncident(v.Get(Disposition), v.Find(Note), v.Find(CommonKinds.OccurredAt)));
}
