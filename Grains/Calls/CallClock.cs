using Tocsin.Clocks;

namespace Tocsin.Calls;

/// <summary>
/// The one clock of a call, of its answer 接听: from when it rings until it is answered; void when the caller gave up or it was disposed of
/// unanswered.
/// </summary>
internal static class CallClock
{
    /// <summary>The state with its clock as of this event.</summary>
    public static CallState Reckon(CallState state, CallEvent happened)
    {
        var clock = happened is CallReceived { RingingAt: { } ringing, Timing: { } timing } received
            && timing.Find(ClockStage.Answer, null, null) is { } row
            ? new Clock(ClockStage.Answer, ringing)
            {
                LimitSeconds = row.LimitSeconds,
                WarnSeconds = row.WarnSeconds,
                Silent = received.Noted is { } late && ringing < late.Horizon,
            }
            : state.Answer;
        if (clock is null)
            return state;
        var ended = clock with
        {
            MetAt = state.AnsweredAt,
            VoidAt = state.AnsweredAt is not null ? null : state.EndedAt ?? state.Disposition?.At,
            Suspect = false,
        };
        if (state.Suspects)
            ended = SuspectRule.Judge(ended);
        var changed = ended.MetAt != clock.MetAt || ended.VoidAt != clock.VoidAt;
        return state with
        {
            Answer = ended with
            {
                NotedAt = changed || state.Answer is null ? happened.Noted?.At ?? clock.NotedAt : clock.NotedAt,
            },
        };
    }
}
