using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The rules of an incident: pure. Each use case is a file of its own in <c>Rules</c>.</summary>
public static class IncidentRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(IncidentId id, IncidentCommand command, World world) => IncidentStreams.Of(id, command, world);

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(IncidentId id, IncidentCommand command, World world, DecisionContext context) => command is FireClocks
        ? ClockFirings.Decide(world.Incident(id), context)
        : OfCommand(world.Incident(id), command, world, context).Complete(world, context);

    private static Decision OfCommand(IncidentState state, IncidentCommand command, World world, DecisionContext context)
    {
        if (command is CreateIncident create)
            return Creating.Decide(state, create, world, context);
        if (IncidentEntry.Check(state, command, world, context) is { } refusal)
            return Decision.Refuse(refusal);
        return command switch
        {
            ChangeIncident c => Changing.Decide(state, c, context),
            AddNote c => Decision.Do(new Happening(state.Stream, new NoteAdded(c.Text), context.Now)),
            AssignUnits c => Assigning.Decide(state, c, world, context),
            CommitPlan c => Committing.Decide(state, c, world, context),
            ReportProgress c => Progressing.Decide(state, c, context),
            DivertUnit c => Diverting.Decide(state, c, world, context),
            GiveFeedback c => FeedbackGiving.Decide(state, c, context),
            CorrectStage c => Correcting.Decide(state, c, context),
            CloseIncident c => Closing.Decide(state, c, world, context),
            ReopenIncident c => Reopening.Decide(state, c, context),
            AddLink c => Linking.Decide(state, c, world, context),
            RemoveLink c => Unlinking.Decide(state, c, context),
            MessageIncident c => IncidentMessaging.Decide(state, c, context),
            ReadIncidentMessage c => IncidentMessaging.Decide(state, c, context),
            Urge c => Urging.Decide(state, c, context),
            TakeSupervision c => Supervising.Decide(state, c, context),
            TakeEscalation c => Supervising.Decide(state, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
        };
    }
}
