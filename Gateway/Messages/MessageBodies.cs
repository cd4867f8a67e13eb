using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Settings;
using Tocsin.Units;

namespace Tocsin.Messages;

/// <summary>The bodies of messages; the ids come from the path and from the command.</summary>
internal static class MessageBodies
{
    private static readonly JsonField<string> Text = JsonField.Required(
        "text", new TextType(1, GatewayLimits.MessageMax), "The message.", "The suspects went north.");

    private static readonly JsonField<IncidentId> About = JsonField.Optional(
        "incidentId", CommonTypes.Incident, "The incident that it is about; null: none.", ExampleScene.IncidentId);

    /// <summary><c>POST /units/{id}/messages</c></summary>
    public static readonly JsonType<MessageUnit> ToUnit = new ObjectType<MessageUnit>(
        new FieldSet(Text, About, CommonTypes.OccurredAt),
        v => new MessageUnit(default, v.Get(Text), v.Find(About), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /incidents/{id}/messages</c></summary>
    public static readonly JsonType<MessageIncident> ToIncident = new ObjectType<MessageIncident>(
        new FieldSet(Text, CommonTypes.OccurredAt),
        v => new MessageIncident(default, v.Get(Text), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /units/{id}/messages/{messageId}/reading</c></summary>
    public static readonly JsonType<ReadUnitMessage> OfUnit = new ObjectType<ReadUnitMessage>(
        new FieldSet(CommonTypes.OccurredAt), v => new ReadUnitMessage(default, v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /incidents/{id}/messages/{messageId}/reading</c></summary>
    public static readonly JsonType<ReadIncidentMessage> OfIncident = new ObjectType<ReadIncidentMessage>(
        new FieldSet(CommonTypes.OccurredAt), v => new ReadIncidentMessage(default, v.Find(CommonTypes.OccurredAt)));
}
