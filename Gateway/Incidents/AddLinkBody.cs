using Tocsin.Bodies;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/links</c>.</summary>
internal static class AddLinkBody
{
    private static readonly Field<IncidentId> Incident = Field.Required("incidentId", CommonKinds.Incident);
    private static readonly Field<LinkRelation> Relation =
        Field.Required("relation", Words.Of(LinkRelation.DuplicateOf, LinkRelation.RelatedTo));

    /// <summary>The body.</summary>
    public static readonly Kind<AddLink> Kind = new ObjectKind<AddLink>(
        new Shape(Incident, Relation),
        v => new AddLink(v.Get(Incident), v.Get(Relation)));
}
