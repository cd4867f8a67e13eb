using Tocsin.Bodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/reopening</c>.</summary>
internal static class ReopenIncidentBody
{
    private static readonly Field<string> Reason = Field.Required("reason", CommonKinds.Reason);

    /// <summary>The body.</summary>
    public static readonly Kind<ReopenIncident> Kind = new ObjectKind<ReopenIncident>(
        new Shape(Reason, CommonKinds.OccurredAt),
        v => new ReopenIncident(v.Get(Reason), v.Find(CommonKinds.OccurredAt)));
}
