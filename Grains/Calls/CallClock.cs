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
        var voidAt = state.AnsweredAt is not null ? null : state.EndedAt ?? state.Disposition?.At;
        var ended = state.AnsweredAt != clock.MetAt || voidAt != clock.VoidAt;
        return state with
        {
            Answer = clock with
            {
                MetAt = state.AnsweredAt,
                VoidAt = voidAt,
                NotedAt = ended || state.Answer is null ? happened.Noted?.At ?? clock.NotedAt : clock.NotedAt,
            },
        };
    }
}
