using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>Whatever happens on a day: each clock says each thing once, in time, and in the end nothing is due.</summary>
public class AnyClockTests
{
    /// <summary>Far more than all clocks of a day have to say.</summary>
    private const int MaxFirings = 5_000;

    [Fact]
    public void Each_firing_turns_one_clock_and_each_withdrawal_turns_one_back() => Days.Check((before, _, decision, after) =>
    {
        foreach (var stream in decision.Events.Select(h => h.Stream).Distinct())
        {
            var events = decision.Events.Where(h => h.Stream == stream).Select(h => h.Event).ToList();
            var turned = events.Count(e => e is IClockEvent { Says: ClockEventKind.Overdue })
                - events.Count(e => e is IClockEvent { Says: ClockEventKind.Withdrawal });
            Assert.Equal(Clocks(before, stream).Count(c => c.Fired) + turned, Clocks(after, stream).Count(c => c.Fired));
        }
    });

    [Fact]
    public void Nothing_is_said_before_its_limit() => Days.Check((_, step, decision, after) =>
    {
        if (!step.Fires)
            return;
        Assert.All(decision.Events, h => Assert.True(h.OccurredAt <= after.Now));
        Assert.All(
            decision.Events.Select(h => h.Event).OfType<IClockEvent>().Where(e => e.Says == ClockEventKind.Overdue),
            e => Assert.True(e.DueAt <= after.Now && e.FiredLateMs >= 0));
    });

    [Fact]
    public void After_a_firing_nothing_that_lives_is_overdue_and_unsaid() => Days.Check((_, step, _, after) =>
    {
        if (!step.Fires)
            return;
        Assert.DoesNotContain(Clocks(after, step.Stream), c => !c.Silent && !c.Fired && c.IsOverdueAt(after.Now));
        Assert.False(after.State(step.Stream).DueAt <= after.Now && NotedBefore(after, step.Stream));
    });

    [Fact]
    public void Nothing_that_was_said_is_known_to_be_wrong() => Days.Check((_, step, decision, after) =>
    {
        foreach (var stream in decision.Events.Select(h => h.Stream).Distinct())
            Assert.DoesNotContain(Clocks(after, stream), c => ClockList.IsDisproved(c, after.Now));
    });

    [Fact]
    public void Firing_at_each_instant_that_is_due_comes_to_an_end() => Days.CheckEnd(centre =>
    {
        foreach (var stream in centre.States.All.Keys)
        {
            var firings = 0;
            while (centre.State(stream).DueAt is { } due)
            {
                centre.Now = due > centre.Now ? due : centre.Now;
                var firing = StreamDefinitions.Catalogue.Of(stream).Firing;
                Assert.True(firing is not null, $"{stream} has something due that nothing fires");
                Assert.NotEmpty(centre.Do(stream, firing, Actor.System).Events);
                Assert.True(++firings < MaxFirings, $"{stream} never ends");
            }

            Assert.DoesNotContain(Clocks(centre, stream), c => !c.Silent && !c.Fired && c.IsOverdueAt(centre.Now));
        }
    });

    [Fact]
    public void Clocks_are_shown_in_the_order_in_which_they_started() => Days.CheckEnd(centre =>
    {
        foreach (var incident in centre.States.All.Values.OfType<IncidentState>().Where(i => i.Version > 0))
            Assert.Equal(incident.Clocks.ToViews().OrderBy(c => c.StartedAt), centre.View(incident.Id).Clocks);
    });

    private static ImmutableArray<Clock> Clocks(Centre centre, StreamId stream) =>
        centre.State(stream) is IClockedState clocked ? clocked.Clocks : [];

    private static bool NotedBefore(Centre centre, StreamId stream) => Clocks(centre, stream).All(c => !(c.NotedAt > centre.Now));
}
