using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Incidents;
using Tocsin.Messages;
using Tocsin.Units;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>What holds of a centre whatever happened to it.</summary>
internal static class Invariants
{
    public static void Check(Centre centre)
    {
        var incidents = centre.States.All.Values.OfType<IncidentState>().ToList();
        var units = centre.States.All.Values.OfType<UnitState>().ToList();
        foreach (var unit in units)
            UnitAndIncidentsAgree(unit, incidents);
        foreach (var unit in units)
        {
            Assert.True(
                unit.PanicIncidentId is not { } distress
                    || incidents.Any(i => i.Id == distress && i is { Closed: false } && i.PanicUnitId == unit.Id),
                $"{unit.Id} is in a distress that is over, or another's");
        }

        Assert.All(units, u => Assert.True(u.Messages.Length <= KeptMessages.Most));
        Assert.All(units, u => Assert.False(u is { Retired: true, OnDuty: true } or { Retired: true, IncidentId: not null }));
        foreach (var call in centre.States.All.Values.OfType<CallState>())
            Assert.Equal(
                call.JoinedTo is { } to ? [to] : [], incidents.SelectMany(i => i.Calls.Where(c => c.Id == call.Id).Select(_ => i.Id)));
        foreach (var incident in incidents)
        {
            Assert.All(
                incident.Links,
                l => Assert.Contains(incidents, o => o.Id == l.IncidentId && o.Links.Any(b => b.IncidentId == incident.Id)));
            Assert.True(
                incident.Operation is not { } operation || (operation.ClosedAt is null) == (operation.Outcome is null),
                "an operation has ended where it is closed");
            Assert.All(incident.Assignments, Consistent);
            Assert.True(!incident.Closed || incident.Assignments.All(a => !a.Stage.IsActive()), "nobody is on a closed incident");
        }

        var directives = centre.States.All.Values.OfType<DirectiveState>().Where(d => d.Version > 0).ToList();
        Assert.All(directives, Consistent);
        foreach (var incident in incidents)
        {
            Assert.Equal(
                directives.Where(d => d.IncidentId == incident.Id)
                    .Select(d => (d.Id, d.Kind, d.To, d.ToStation, d.Status, Late: d.LateAt is not null, d.Open))
                    .OrderBy(d => d.Id.Value),
                incident.Directives.Select(d => (d.Id, d.Kind, d.To, d.Station, d.Status, d.Late, d.OverAt is null))
                    .OrderBy(d => d.Id.Value));
            StandsForAnAssignment(incident, [.. directives.Where(d => d.IncidentId == incident.Id && d.IsHandle)]);
        }

        foreach (var state in centre.States.All.Values)
            Assert.Equal(centre.Journal.Count(h => h.Stream == state.Stream), state.Version);
    }

    /// <summary>A time that stands changes only by a correction, and no assignment ever goes away.</summary>
    public static void TimesStand(Centre before, Centre after, Decision decision)
    {
        foreach (var old in before.States.All.Values.OfType<IncidentState>())
        {
            var now = after.State(old.Id);
            Assert.True(now.Assignments.Length >= old.Assignments.Length);
            for (var i = 0; i < old.Assignments.Length; i++)
            {
                if (decision.Events.Any(
                    h => h.Stream == old.Stream && h.Event is StageCorrected c && c.UnitId == old.Assignments[i].UnitId))
                {
                    continue;
                }

                foreach (var (was, isNow) in Times(old.Assignments[i]).Zip(Times(now.Assignments[i])))
                    Assert.True(was is null || was == isNow, $"{old.Assignments[i]} became {now.Assignments[i]}");
            }
        }

        foreach (var old in before.States.All.Values.OfType<DirectiveState>())
        {
            foreach (var (was, isNow) in Times(old).Zip(Times((DirectiveState)after.State(old.Stream))))
                Assert.True(was is null || was == isNow, $"{old.Stream} changed {was:O} to {isNow:O}");
        }
    }

    private static void Consistent(DirectiveState directive)
    {
        Assert.Equal(directive.Open, directive.OverAt is null);
        Assert.Equal(directive.ReportCount > 0, directive.Reports.Length > 0);
        Assert.True(directive.SignedAt is not null || directive is { Open: false } || directive.ReportCount == 0, "who reports signs");
        Assert.True(directive.Open || directive.Clocks.All(c => c.State != ClockState.Running), "nobody is waited for once it is over");
    }

    // What hides an incident is open, was not sent on, and is not overdue; and the two sides agree on each.
    private static void StandsForAnAssignment(IncidentState incident, List<DirectiveState> handles)
    {
        foreach (var handle in handles)
        {
            var kept = incident.Directives.Single(d => d.Id == handle.Id);
            Assert.Equal(
                (handle.IssuedAt, handle.OverdueSince, handle.SentAt is not null), (kept.IssuedAt, kept.OverdueSince, kept.Sent));
            Assert.Equal(handle.SentAt is not null, incident.Assignments.Any(a => a.DirectiveId == handle.Id));
            Assert.True(!handle.Open || !incident.Closed, "the closure of an incident concludes what is to handle it");
        }

        var hides = handles.Any(h => h is { Open: true, SentAt: null, OverdueSince: null });
        var view = IncidentViews.Of(incident);
        Assert.True(!hides || (view.UnattendedSince is null && view.Status > IncidentStatus.Received), "it stands for an assignment");
        var active = incident.Assignments.Any(a => a.Stage.IsActive());
        Assert.True(
            hides || active || view.Status >= IncidentStatus.OnScene || view.UnattendedSince is not null,
            "nobody is there, and it is hidden");
    }

    private static void UnitAndIncidentsAgree(UnitState unit, List<IncidentState> incidents)
    {
        var active = incidents
            .SelectMany(i => i.Assignments.Where(a => a.UnitId == unit.Id && a.Stage.IsActive()).Select(a => (i.Id, a.Stage)))
            .ToList();
        Assert.True(active.Count <= 1, $"{unit.Id} is on {active.Count} incidents");
        Assert.Equal(active.Count == 1 ? active[0].Id : null, unit.IncidentId);
        Assert.Equal(active.Count == 1 ? active[0].Stage : null, unit.Stage);
        Assert.Equal(active.Count == 1, unit.Status >= UnitStatus.Assigned);
        Assert.True(active.Count == 0 || unit is { OnDuty: true, OutOfService: null }, "who is on an incident is on duty and in service");
    }

    private static void Consistent(AssignmentView a)
    {
        Assert.NotNull(a.AssignedAt);
        Assert.Equal(a.Stage.IsActive(), a.ClearedAt is null);
        AssignmentStage furthest = a switch
        {
            { OnSceneAt: not null } => AssignmentStage.OnScene,
            { EnRouteAt: not null } => AssignmentStage.EnRoute,
            { AcknowledgedAt: not null } => AssignmentStage.Acknowledged,
            _ => AssignmentStage.Assigned,
        };
        Assert.True(!a.Stage.IsActive() || a.Stage == furthest, $"{a}");
    }

    private static DateTimeOffset?[] Times(DirectiveState d) =>
        [d.Version > 0 ? d.IssuedAt : null, d.SignedAt, d.SentAt, d.ReportedAt, d.OverAt];

    private static DateTimeOffset?[] Times(AssignmentView a) =>
        [a.AssignedAt, a.AcknowledgedAt, a.EnRouteAt, a.OnSceneAt, a.FeedbackAt, a.ClearedAt];
}
