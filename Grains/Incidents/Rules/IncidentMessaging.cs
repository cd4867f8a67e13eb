using Tocsin.Deciding;
using Tocsin.Messages;

namespace Tocsin.Incidents;

/// <summary>
/// Messages to all who are on an incident, also a closed one: what was said late is said all the same. They move nothing.
/// </summary>
internal static class IncidentMessaging
{
    public static Decision Decide(IncidentState state, MessageIncident command, DecisionContext context)
    {
        var sent = new MessageSent(command.MessageId, command.Text, Parties.Correspondent(context.Actor));
        return MessageRules.Sent(state.Messages, command.MessageId, new DecidedEvent(state.Stream, sent, context.When(command.OccurredAt)));
    }

    public static Decision Decide(IncidentState state, ReadIncidentMessage command, DecisionContext context)
    {
        var read = new MessageRead(command.MessageId, Parties.Correspondent(context.Actor));
        return MessageRules.Read(
            state.Messages, command.MessageId, context.Actor, new DecidedEvent(state.Stream, read, context.When(command.OccurredAt)));
    }
}
