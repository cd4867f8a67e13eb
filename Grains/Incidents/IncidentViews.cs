using Tocsin.Clocks;
using Tocsin.Journal;
using Tocsin.Messages;

namespace Tocsin.Incidents;

/// <summary>An incident as the contract shows it.</summary>
public static class IncidentViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 9;

    /// <summary>How many of its calls an incident shows: 20.</summary>
    public const int ShownCalls = 20;

    /// <summary>The incident, without personal data.</summary>
    public static IncidentView Of(IncidentState state) => new(
        state.Id,
        state.Number,
        IncidentStatusRule.Of(state),
        state.Category,
        state.Priority,
        state.Location,
        state.Narrative,
        state.Station,
        state.AreaClass,
        state.ReceivedAt,
        state.ClosedAt,
        UnattendedRule.Since(state),
        state.Exercise,
        state.Historic,
        state.Calls.Length,
        Callers(state),
        state.Assignments.Numbered(),
        Array.ConvertAll([.. state.Feedback], f => f.View),
        state.Links,
        state.Clocks.ToViews(),
        state.Disposition,
        state.Version,
        state.Policy,
        state.Supervision,
        state.MessageCount,
        state.Messages.Unread(MessageTo.All, Parties.Centre),
        state.PanicUnitId,
        state.Located,
        Distress(state),
        state.Reference)
    {
        Erased = state.Erasures > 0,
        Erasure = state.Erasure,
        Valid = state.Valid,
        Parties = PartyViews.Of(state),
        EvidenceCount = state.Evidence.Length,
        Directives = AttachedDirectives.Shown(state),
        Involved = IncidentInvolvement.Of(state),
        Owner = state.Owner,
        Loop = IncidentLoop.Of(state),
        Operation = state.Operation,
        CallBacks = state.CallBacks,
        Reviews = state.Reviews,
    };

    internal static BoardEntry Board(IncidentState state)
    {
        var view = Of(state);
        return BoardEntry.Of(view, Code, !state.Closed, (short)view.Status, (short)state.Priority, state.Station, state.DueAt) with
        {
            LateAt = LateRule.Since(state),
        };
    }

    private static DistressView? Distress(IncidentState state) => state.PanicUnitId is { } unit
        ? new DistressView(unit, state.Distress?.RaisedAt ?? state.ReceivedAt, state.AcknowledgedBy, state.AcknowledgedAt)
        : null;

    private static CallerView[] Callers(IncidentState state)
    {
        var shown = new CallerView[Math.Min(state.Calls.Length, ShownCalls)];
        for (var i = 0; i < shown.Length; i++)
            shown[i] = new CallerView(state.Calls[i].Id, CallerNumber: null, state.Calls[i].AnsweredAt);
        return shown;
    }
}
