using Tocsin.Clocks;

namespace Tocsin.Calls;

/// <summary>What an event does to a call. Refuses nothing: what stands in the journal stands.</summary>
internal static class CallFold
{
    /// <summary>The state after one more event.</summary>
    public static CallState Apply(CallState state, object happened, DateTimeOffset at) =>
        (happened is CallEvent known ? CallClock.Reckon(After(state, happened, at), known) : state) with { Version = state.Version + 1 };

    private static CallState After(CallState s, object happened, DateTimeOffset at) => happened switch
    {
        CallReceived e => s with
        {
            ReceivedAt = at,
            Line = e.Line,
            RingingAt = e.RingingAt,
            Location = e.Location,
            Caller = e.Caller,
            Suspects = e.Suspects,
        },
        CallAnswered e => s with { AnsweredAt = at, AnsweredBy = e.By },
        CallEnded e => s with { EndedAt = at, CallBackAsked = e.CallBackDue },
        CallBackMade e => s with { CalledBackOn = e.CallId },
        CallChanged { Changes: var c } => s with
        {
            Caller = c.Caller is null ? s.Caller : c.Caller.To,
            Location = c.Location is null ? s.Location : c.Location.To,
            Narrative = c.Narrative is null ? s.Narrative : c.Narrative.To,
        },
        CallDisposed e => s with { Disposition = new DispositionView(e.Kind, e.IncidentId, e.Note, at), Stays = e.Stays },
        ClockWarning => s with { Answer = s.Answer is { } c ? ClockList.Warn(c) : null },
        ClockOverdue => s with { Answer = s.Answer is { } c ? ClockList.Fire(c) : null },
        ClockWithdrawn => s with { Answer = s.Answer is { } c ? ClockList.Withdraw(c) : null },
        _ => s,
    };
}
