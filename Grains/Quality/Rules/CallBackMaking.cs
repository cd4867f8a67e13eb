using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Quality;

/// <summary>
/// A call-back 回访 on a closed incident. A dissatisfied caller is somebody's task in the same append: a directive <c>rectify</c> to the
/// owner of the incident, else to its station, from who called back.
/// </summary>
internal static class CallBackMaking
{
    /// <summary>The streams that it touches or relies on.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, MakeCallBack command, StateSet states) =>
        IsTask(command) && states.Knows(own)
            ? [own, command.DirectiveId.Stream, .. Rectifying.Stations((IncidentState)states.All[own], states)]
            : [own];

    public static Decision Decide(IncidentState state, MakeCallBack command, StateSet states, DecisionContext context)
    {
        // The id follows from the command's own: where it stands, the command was done before.
        if (IsTask(command) && states.Directive(command.DirectiveId).Version > 0)
            return Decision.Nothing;
        if (!state.Closed)
            return Decision.Refuse(Refusals.WrongStage(IncidentStatusRule.Of(state), "The caller is asked once the incident is closed."));
        if (state.CallBacks.Length >= QualityLimits.CallBacksPerIncident)
            return Decision.Refuse(Refusals.LimitReached("call-backs", QualityLimits.CallBacksPerIncident));
        var task = IsTask(command) ? Rectifying.Decide(state, command, states, context) : Decision.Nothing;
        if (task.Refusal is { } refusal)
            return Decision.Refuse(refusal);
        var made = new CallBackMade(
            state.CallBacks.Length + 1,
            command.Way,
            command.Reached,
            command.Satisfaction,
            command.About,
            command.Note,
            context.Actor.Subject,
            IsTask(command) ? command.DirectiveId : null);
        return Decision.Do([new DecidedEvent(state.Stream, made, context.When(command.OccurredAt)), .. task.Events]);
    }

    /// <summary>Whether something is to be put right.</summary>
    public static bool IsTask(MakeCallBack command) => command.Satisfaction == Satisfaction.Dissatisfied;
}
