using System.Collections.Immutable;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Messages;
using Tocsin.Places;
using Tocsin.Policies;

namespace Tocsin.Incidents;

/// <summary>What an event does to an incident. Refuses nothing: what stands in the journal stands.</summary>
internal static class IncidentFold
{
    /// <summary>The state after one more event.</summary>
    public static IncidentState Apply(IncidentState state, object happened, DateTimeOffset at) =>
        (happened is IncidentEvent known ? IncidentClocks.Reckon(state, After(state, happened, at), known) : state)
            with
        { Version = state.Version + 1 };

    private static IncidentState After(IncidentState s, object happened, DateTimeOffset at) => happened switch
    {
        IncidentCreated e => Created(s, e, at),
        IncidentChanged e => Changed(s, e.Changes),
        CallJoined e => s with { Calls = Without(s.Calls, e.CallId).Add(new JoinedCall(e.CallId, e.Kind, e.AnsweredAt)) },
        CallLeft e => s with { Calls = Without(s.Calls, e.CallId) },
        UnitAssigned e => AssignmentFold.Add(s, e, at),
        UnitAcknowledged e => AssignmentFold.Move(s, e.UnitId, e.Assignment, AssignmentStage.Acknowledged, e.Late, at),
        UnitEnRoute e => AssignmentFold.Move(s, e.UnitId, e.Assignment, AssignmentStage.EnRoute, e.Late, at),
        UnitOnScene e => AssignmentFold.Move(s, e.UnitId, e.Assignment, AssignmentStage.OnScene, e.Late, at),
        UnitCleared e => AssignmentFold.End(s, e.UnitId, AssignmentStage.Cleared, at),
        UnitDeclined e => AssignmentFold.End(s, e.UnitId, AssignmentStage.Declined, at),
        UnitCancelled e => AssignmentFold.End(s, e.UnitId, AssignmentStage.Cancelled, at),
        UnitDiverted e => AssignmentFold.End(s, e.UnitId, AssignmentStage.Diverted, at),
        StageCorrected e => AssignmentFold.Correct(s, e),
        FeedbackGiven e => FeedbackFold.Add(s, e, at),
        IncidentClosed e => s with { ClosedAt = at, Disposition = e.Disposition, Valid = e.Valid ?? true, ClosedBy = e.By },
        IncidentReopened => Reopened(s, at),
        DistressAcknowledged e when s.AcknowledgedAt is null => s with { AcknowledgedBy = e.By, AcknowledgedAt = at },
        UnattendedLimitsGiven e => s with { Unattended = e.Unattended, AssignFrom = at },
        LinkAdded e => s with { Links = Without(s.Links, e.IncidentId).Add(new LinkView(e.IncidentId, e.Relation)) },
        LinkRemoved e => s with { Links = Without(s.Links, e.IncidentId) },
        ClockWarning e => s with { Clocks = s.Clocks.Change(e.Stage, e.UnitId, e.DueAt, ClockList.IsUnwarned, ClockList.Warn) },
        ClockOverdue e => s with { Clocks = s.Clocks.Change(e.Stage, e.UnitId, e.DueAt, ClockList.IsUnfired, ClockList.Fire) },
        ClockWithdrawn e => s with
        {
            Clocks = s.Clocks.Change(e.Stage, e.UnitId, e.DueAt, c => ClockList.IsDisproved(c, at), ClockList.Withdraw),
        },
        ClockEscalated e => s with
        {
            Clocks = s.Clocks.Change(e.Stage, e.UnitId, e.DueAt, c => c.IsLate && !(c.Level >= e.Level), c => c with { Level = e.Level }),
        },
        EscalationTaken e => s with { Clocks = Take(s.Clocks, e.Level, e.By, at) },
        SupervisionTaken e => s with { Supervision = new SupervisionView(e.By, at, e.Reason), Clocks = Take(s.Clocks, null, e.By, at) },
        MessageSent e => s with
        {
            Messages = s.Messages.Sent(new KeptMessage(e.MessageId, MessageTo.All, Parties.Of(e.From), [])),
            MessageCount = s.MessageCount + 1,
        },
        MessageRead e => s with { Messages = s.Messages.Read(e.MessageId, Parties.Of(e.By)) },
        Urged e => s with { Urged = new LoopMark(e.By, at) },
        IncidentAssessed e => Assessed(s, e, at),
        OperationOpened e => OperationFold.Open(s, e, at),
        OperationChanged e => OperationFold.Change(s, e),
        OperationClosed e => OperationFold.Close(s, e, at),
        PartyAdded e => PartyFold.Add(s, e),
        PartyChanged e => PartyFold.Change(s, e),
        EvidenceAdded e => s with { Evidence = s.Evidence.Add(e.Item.Sha256) },
        CallBackMade e => AfterwardsFold.Add(s, e, at),
        ReviewMade e => s with { Reviews = s.Reviews.Add(ReviewFold.Of(e.N, e.Review, at)) },
        DirectiveAttached e => AttachedDirectives.Attach(s, e, at),
        DirectiveMoved e => AttachedDirectives.Move(s, e, at),
        ErasureAsked e => s with { Erasure = Erasures.Asked(s.Erasure, e.Fields, e.Reason, e.By, at) },
        Erased e => Without(s, e, at),
        PanicRepeated { Location: { } seen } => s with
        {
            Location = new Location(seen.Lat, seen.Lon, s.Location?.Address),
            Located = new LocatedView(LocatedFrom.Device, at),
        },
        _ => s,
    };

    private static IncidentState Created(IncidentState s, IncidentCreated e, DateTimeOffset at) => s with
    {
        Number = e.Number,
        Category = e.Category,
        Priority = e.Priority,
        Location = e.Location,
        Narrative = e.Narrative,
        Station = e.Station,
        AreaClass = e.AreaClass,
        StationGiven = e.StationGiven,
        Policy = e.Policy,
        Timing = SharedPolicies.Of(e.Timing),
        Exercise = e.Exercise,
        Historic = e.Historic,
        ReceivedAt = at,
        EpisodeAt = at,
        PanicUnitId = e.PanicUnitId,
        Located = e.Located,
        Unattended = e.Unattended,
        Distress = e.Distress,
        Suspects = e.Suspects,
        Reference = e.Reference,
    };

    private static IncidentState Changed(IncidentState s, IncidentChanges c) => s with
    {
        Category = c.Category is null ? s.Category : c.Category.To,
        Priority = c.Priority is null ? s.Priority : c.Priority.To,
        Location = c.Location is null ? s.Location : c.Location.To,
        Located = c.Location is null ? s.Located : null,
        Narrative = c.Narrative is null ? s.Narrative : c.Narrative.To,
        Station = c.Station is null ? s.Station : c.Station.To,
        AreaClass = c.AreaClass is null ? s.AreaClass : c.AreaClass.To,
        Reference = c.Reference is null ? s.Reference : c.Reference.To,
        StationGiven = s.StationGiven || c.StationNamed,
    };

    private static IncidentState Assessed(IncidentState s, IncidentAssessed e, DateTimeOffset at) => s with
    {
        Priority = e.Priority,
        Owner = e.Owner,
        Station = e.Station ?? s.Station,
        AreaClass = e.AreaClass ?? s.AreaClass,
        Assessed = new LoopMark(e.By, at),
    };

    // The same whether the fields could still be read until now or not.
    private static IncidentState Without(IncidentState state, Erased e, DateTimeOffset at)
    {
        var s = AfterwardsFold.Without(PartyFold.Without(state, e), e);
        return s with
        {
            Erasures = s.Erasures + 1,
            Erasure = Erasures.Done(s.Erasure, e.Fields, e.Reason, e.AskedBy, e.ApprovedBy, at),
            Narrative = e.Fields.Contains(ErasureField.Narrative) ? null : s.Narrative,
            Location = e.Fields.Contains(ErasureField.Place) ? null : s.Location,
            Located = e.Fields.Contains(ErasureField.Place) ? null : s.Located,
            Supervision = e.Fields.Contains(ErasureField.Notes) && s.Supervision is { } taken
                ? taken with { Reason = null }
                : s.Supervision,
            Operation = e.Fields.Contains(ErasureField.Notes) ? OperationFold.Erased(s.Operation) : s.Operation,
            Feedback = e.Fields.Contains(ErasureField.Feedback)
                ? [.. s.Feedback.Select(f => f with { View = f.View with { Narrative = null } })]
                : s.Feedback,
        };
    }

    private static IncidentState Reopened(IncidentState s, DateTimeOffset at) => s with
    {
        ClosedAt = null,
        Disposition = null,
        Valid = null,
        ClosedBy = null,
        Episode = s.Episode + 1,
        EpisodeAt = at,
        EpisodeFirst = s.Assignments.Length,
    };

    private static ImmutableArray<Clock> Take(ImmutableArray<Clock> clocks, EscalationLevel? level, string by, DateTimeOffset at) =>
        [.. clocks.Select(c => c.IsUntakenAt(level) ? c with { TakenBy = by, TakenAt = at } : c)];

    private static ImmutableArray<JoinedCall> Without(ImmutableArray<JoinedCall> calls, CallId id) => calls.RemoveAll(c => c.Id == id);

    private static ImmutableArray<LinkView> Without(ImmutableArray<LinkView> links, IncidentId id) =>
        links.RemoveAll(l => l.IncidentId == id);
}
