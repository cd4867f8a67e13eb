using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Limits;
using Tocsin.Units;

namespace Tocsin.Messages;

/// <summary>The bodies of messages; the ids come from the path and from the command.</summary>
internal static class MessageBodies
{
    private static readonly Field<string> Text = Field.Required("text", new TextKind(1, EdgeLimits.MessageMax));
    private static readonly Field<IncidentId> About = Field.Optional("incidentId", CommonKinds.Incident);

    /// <summary><c>POST /units/{id}/messages</c></summary>
    public static readonly Kind<MessageUnit> ToUnit = new ObjectKind<MessageUnit>(
        new Shape(Text, About, CommonKinds.OccurredAt),
        v => new MessageUnit(default, v.Get(Text), v.Find(About), v.Find(CommonKinds.OccurredAt)));

    /// <summary><c>POST /incidents/{id}/messages</c></summary>
    public static readonly Kind<MessageIncident> ToIncident = new ObjectKind<MessageIncident>(
        new Shape(Text, CommonKinds.OccurredAt),
        v => new MessageIncident(default, v.Get(Text), v.Find(CommonKinds.OccurredAt)));

    /// <summary><c>POST /units/{id}/messages/{messageId}/reading</c></summary>
    public static readonly Kind<ReadUnitMessage> OfUnit = new ObjectKind<ReadUnitMessage>(
        new Shape(CommonKinds.OccurredAt), v => new ReadUnitMessage(default, v.Find(CommonKinds.OccurredAt)));

    /// <summary><c>POST /incidents/{id}/messages/{messageId}/reading</c></summary>
    public static readonly Kind<ReadIncidentMessage> OfIncident = new ObjectKind<ReadIncidentMessage>(
        new Shape(CommonKinds.OccurredAt), v => new ReadIncidentMessage(default, v.Find(CommonKinds.OccurredAt)));
}
