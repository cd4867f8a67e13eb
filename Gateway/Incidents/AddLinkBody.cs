using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/links</c>.</summary>
internal static class AddLinkBody
{
    private static readonly JsonField<IncidentId> Incident = JsonField.Required(
        "incidentId", CommonTypes.Incident, "The other incident.", ExampleScene.OtherIncidentId);

    private static readonly JsonField<LinkRelation> Relation = JsonField.Required(
        "relation",
        EnumType.Of(LinkRelation.DuplicateOf, LinkRelation.RelatedTo),
        "How the incident of the path relates to the other one.",
        LinkRelation.RelatedTo);

    /// <summary>The body.</summary>
    public static readonly JsonType<AddLink> Type = new ObjectType<AddLink>(
        new FieldSet(Incident, Relation),
        v => new AddLink(v.Get(Incident), v.Get(Relation)));
}
