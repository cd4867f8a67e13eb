using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Erasing;

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
            Seat = e.Seat,
        },
        CallAnswered e => s with { AnsweredAt = at, AnsweredBy = e.By, Seat = e.Seat ?? s.Seat },
        CallHanded e => s with { AnsweredBy = new Answerer(e.ToSubject), Seat = e.ToSeat },
        CallEnded e => s with { EndedAt = at, CallBackAsked = e.CallBackDue },
        CallBackMade e => s with { CalledBackOn = e.CallId },
        CallChanged { Changes: var c } => s with
        {
            Caller = c.Caller is null ? s.Caller : c.Caller.To,
            Location = c.Location is null ? s.Location : c.Location.To,
            Narrative = c.Narrative is null ? s.Narrative : c.Narrative.To,
        },
        CallDisposed e => s with { Disposition = new DispositionView(e.Kind, e.IncidentId, e.Note, at), Stays = e.Stays },
        ReviewMade e => s with { Reviews = s.Reviews.Add(ReviewFold.Of(e.N, e.Review, at)) },
        EvidenceAdded e => s with { Evidence = s.Evidence.Add(e.Item.Sha256) },
        ErasureAsked e => s with { Erasure = Erasures.Asked(s.Erasure, e.Fields, e.Reason, e.By, at) },
        Erased e => Without(s, e, at),
        ClockWarning => s with { Answer = s.Answer is { } c ? ClockList.Warn(c) : null },
        ClockOverdue => s with { Answer = s.Answer is { } c ? ClockList.Fire(c) : null },
        ClockWithdrawn => s with { Answer = s.Answer is { } c ? ClockList.Withdraw(c) : null },
        _ => s,
    };

    // The same whether the fields could still be read until now or not.
    private static CallState Without(CallState s, Erased e, DateTimeOffset at) => s with
    {
        Erasures = s.Erasures + 1,
        Erasure = Erasures.Done(s.Erasure, e.Fields, e.Reason, e.AskedBy, e.ApprovedBy, at),
        Narrative = e.Fields.Contains(ErasureField.Narrative) ? null : s.Narrative,
        Location = e.Fields.Contains(ErasureField.Place) ? null : s.Location,
        Caller = e.Fields.Contains(ErasureField.Caller) ? null : s.Caller,
        Disposition = e.Fields.Contains(ErasureField.Notes) && s.Disposition is { } said ? said with { Note = null } : s.Disposition,
        Reviews = e.Fields.Contains(ErasureField.Notes) ? [.. s.Reviews.Select(ReviewFold.Without)] : s.Reviews,
    };
}
