using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Policies;

namespace Tocsin.Directives;

/// <summary>What an event does to a directive. Refuses nothing: what stands in the journal stands.</summary>
internal static class DirectiveFold
{
    /// <summary>The state after one more event.</summary>
    public static DirectiveState Apply(DirectiveState state, object happened, DateTimeOffset at) =>
        (happened is DirectiveEvent known ? DirectiveClocks.Reckon(After(state, happened, at), known, at) : state)
            with
        { Version = state.Version + 1 };

    private static DirectiveState After(DirectiveState s, object happened, DateTimeOffset at) => happened switch
    {
        DirectiveIssued e => Issued(s, e, at),
        DirectiveSigned e => s with { SignedAt = at, SignedBy = e.By, Receipt = e.Receipt ?? s.Receipt },
        DirectiveRefused e => s with
        {
            Ended = DirectiveStatus.Refused,
            OverAt = at,
            Refusal = new DirectiveRefusal(e.Reason, e.By, at),
            CameBackSilently = IsSilent(e, at),
        },
        DirectiveSent => s with { SentAt = s.SentAt ?? at },
        DirectiveReported e => Reported(s, e, at),
        DirectiveReturned e => Returned(s, e, at),

        // One that was refused was over then.
        DirectiveConcluded e => s with { Ended = DirectiveStatus.Concluded, OverAt = s.OverAt ?? at, Outcome = e.Outcome },
        DirectiveWithdrawn e => s with { Ended = DirectiveStatus.Withdrawn, OverAt = at, ReplacedBy = e.ReplacedBy },
        DirectiveReplaced e => s with { ReplacedBy = e.By },
        EvidenceAdded e => s with { Evidence = s.Evidence.Add(e.Item.Sha256) },
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
        EscalationTaken e => s with
        {
            Clocks = [.. s.Clocks.Select(c => c.IsUntakenAt(e.Level) ? c with { TakenBy = e.By, TakenAt = at } : c)],
        },
        _ => s,
    };

    private static bool IsSilent(DirectiveEvent happened, DateTimeOffset at) => happened.Noted is { } noted && at < noted.Horizon;

    private static DirectiveState Issued(DirectiveState s, DirectiveIssued e, DateTimeOffset at) => s with
    {
        Number = e.Number,
        Group = e.Group,
        Kind = e.Kind,
        To = e.To,
        ToStation = e.ToStation,
        From = e.From,
        Text = e.Text,
        IncidentId = e.IncidentId,
        CallId = e.CallId,
        DeploymentId = e.DeploymentId,
        PostId = e.PostId,
        Place = e.Place,
        Parties = [.. e.Parties],
        Equipment = [.. e.Equipment],
        Cautions = [.. e.Cautions],
        Fields = [.. e.Fields],
        Limits = e.Limits,
        ValidUntil = e.ValidUntil,
        NextAt = e.NextAt,
        AutoConclude = e.AutoConclude,
        Shared = e.Shared,
        Replaces = e.Replaces,
        Exercise = e.Exercise,
        Historic = e.Historic,
        IssuedAt = at,
        Timing = SharedPolicies.Of(e.Timing),
        Escalation = e.Escalation,
        External = e.External,
    };

    private static DirectiveState Returned(DirectiveState s, DirectiveReturned e, DateTimeOffset at)
    {
        ImmutableArray<DirectiveReturn> all = [.. s.Returns, new DirectiveReturn(e.Reason, [.. e.Fields], e.By, at)];
        return s with
        {
            Returns = all.Length > DirectiveLimits.ShownReturns ? all.RemoveAt(0) : all,
            GivenBack = true,
            HitAt = null,
            CameBackSilently = IsSilent(e, at),
        };
    }

    private static DirectiveState Reported(DirectiveState s, DirectiveReported e, DateTimeOffset at)
    {
        var results = new Dictionary<string, double>(e.Results);
        var report = new DirectiveReport(e.Outcome, e.Narrative, results, e.Final, e.NextAt, e.Place, e.Receipt, e.By, at);
        ImmutableArray<DirectiveReport> all = [.. s.Reports, report];

        // It was given before another that arrived sooner: what that one said last stands.
        var overtaken = s.Reports.Any(r => r.At > at);

        // One of before its return is no answer to that.
        var stands = e.Final && !(at < s.ReturnedAt);
        var hits = stands && s.Kind == DirectiveKinds.LookOut && e.Outcome == DirectiveKinds.Hit;
        return s with
        {
            Reports = all.Length > DirectiveLimits.ShownReports ? all.RemoveAt(0) : all,
            ReportCount = s.ReportCount + 1,
            ReportedAt = e.Final ? s.ReportedAt ?? at : s.ReportedAt,
            GivenBack = s.GivenBack && !stands,
            HitAt = hits ? s.HitAt ?? at : s.HitAt,
            CameBackSilently = hits && s.HitAt is null ? IsSilent(e, at) : s.CameBackSilently,
            NextAt = e.Late ? s.NextAt : e.Final ? null : overtaken ? s.NextAt : e.NextAt,
            Outcome = overtaken || (e.Late && s.Ended == DirectiveStatus.Concluded) ? s.Outcome : e.Outcome,
        };
    }
}
