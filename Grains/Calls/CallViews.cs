using Tocsin.Journal;

namespace Tocsin.Calls;

/// <summary>A call as the contract shows it.</summary>
public static class CallViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 5;

    /// <summary>The call, without the caller's number.</summary>
    public static CallView Of(CallState state) => new(
        state.Id,
        state.Status,
        CallerNumber: null,
        state.Line,
        state.RingingAt,
        state.AnsweredAt,
        state.EndedAt,
        state.Location,
        state.Narrative,
        state.JoinedTo,
        state.Disposition,
        state.Answer is { } answer ? [answer.ToView()] : [],
        state.Version,
        state.Talking,
        state.AnsweredBy?.Subject,
        CallBackDue: state.CallBackSince is not null)
    {
        Erased = state.Erasures > 0,
        Erasure = state.Erasure,
        Seat = state.Seat,
        EvidenceCount = state.Evidence.Length,
        Reviews = state.Reviews,
    };

    internal static BoardEntry Board(CallState state) =>
        BoardEntry.Of(Of(state), Code, open: state.Disposition is null, (short)state.Status, priority: 0, station: null, state.DueAt) with
        {
            LateAt = state.Answer is { IsLate: true } late ? late.DueAt : state.CallBackSince,
        };
}
