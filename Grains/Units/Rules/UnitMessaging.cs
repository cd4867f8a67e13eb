using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Incidents;
using Tocsin.Messages;

namespace Tocsin.Units;

/// <summary>
/// Messages between a unit and the centre: what the unit writes is for the centre, what anybody else writes on its stream is for the unit.
/// </summary>
internal static class UnitMessaging
{
    public static Decision Decide(UnitState state, MessageUnit command, StateSet states, DecisionContext context)
    {
        if (UnitEntry.Check(state, command.OccurredAt, context) is { } refusal)
            return Decision.Refuse(refusal);
        if (command.IncidentId is { } about && states.Incident(about).Version == 0)
            return Decision.Refuse(Refusals.UnknownReference("incidentId", "There is no such incident."));
        var to = context.Actor.Role == Roles.Unit ? MessageTo.Centre : MessageTo.Unit;

        // What somebody in it says reaches the centre all the same.
        if (state.Retired && to == MessageTo.Unit)
            return Decision.Refuse(Refusals.Retired("The unit is retired."));
        var sent = new MessageSent(command.MessageId, to, command.Text, Parties.Correspondent(context.Actor), command.IncidentId);
        return MessageRules.Sent(state.Messages, command.MessageId, new DecidedEvent(state.Stream, sent, context.When(command.OccurredAt)));
    }

    public static Decision Decide(UnitState state, ReadUnitMessage command, DecisionContext context)
    {
        if (UnitEntry.Check(state, command.OccurredAt, context) is { } refusal)
            return Decision.Refuse(refusal);
        var addressee = state.Messages.Find(command.MessageId)?.To == MessageTo.Centre ? Parties.Centre : Parties.Of(state.Id);
        var read = new MessageRead(command.MessageId, Parties.Correspondent(context.Actor));
        var decision = MessageRules.Read(
            state.Messages,
            command.MessageId,
            context.Actor,
            new DecidedEvent(state.Stream, read, context.When(command.OccurredAt)));

        // Whoever wrote it may say so without harm; anybody else for whom it is not would hide that nobody has read it.
        return decision.Events.Count > 0 && Parties.Of(context.Actor) != addressee ? Decision.Refuse(Refusals.NotYours) : decision;
    }
}
