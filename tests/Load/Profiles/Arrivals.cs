using Tocsin.Tests.Load.Days;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>Begins the stories of a run at their moments, whatever has become of those before.</summary>
/// <param name="options">What is run.</param>
/// <param name="driver">What all stories share.</param>
/// <param name="fleet">Whom to send.</param>
/// <param name="clock">The clock.</param>
public sealed class Arrivals(LoadOptions options, Driver driver, Fleet fleet, TimeProvider clock)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when no story is under way any more, after the last call.</summary>
    public Task Ended => ended.Task;

    /// <summary>Begins all of them; completes when the time is over in which calls arrive.</summary>
    public async Task RunAsync()
    {
        driver.Counts.Begin();
        var profile = options.Profile;
        var positions = profile.PositionsPerSecond > 0
            ? new PositionStream(fleet, profile.PositionsPerSecond, driver, clock).RunAsync(options.Duration)
            : Task.CompletedTask;
        await (options.Day is { } day ? Task.WhenAll(positions, DayAsync(day)) : Task.WhenAll(positions, CallsAsync(), ClusterAsync()));
        if (!driver.Agenda.Hurried)
            await driver.Agenda.UntilAsync(options.Duration);

        // Off the agenda's thread, which still has the stories to wake.
        await Task.Yield();
        End();
    }

    /// <summary>Waits for the stories that are under way; answers how many were left.</summary>
    public async Task<int> DrainAsync(TimeSpan within)
    {
        await Task.WhenAny(Ended, Task.Delay(within, clock));
        var left = Ended.IsCompleted ? 0 : driver.Counts.UnderWay;
        driver.Agenda.Hurry();
        return left;
    }

    private async Task CallsAsync()
    {
        var profile = options.Profile;
        var rate = profile.CallsPerSecond - (profile.ClusterCalls(options.Duration) / options.Duration.TotalSeconds);
        var chance = new Random(options.Seed + 1);
        foreach (var at in BurstyArrivals.Schedule(rate, options.Duration, profile.Bursts, new Random(options.Seed)))
        {
            await driver.Agenda.UntilAsync(at);
            if (driver.Agenda.Hurried)
                return;
            var desk = new Desk(driver, at, new Random(chance.Next()));
            Begin(() => CallAsync(desk));
        }
    }

    private async Task ClusterAsync()
    {
        var count = options.Profile.ClusterCalls(options.Duration);
        if (count == 0)
            return;
        var chance = new Random(options.Seed + 2);

        // The last who join have to find it open: half a minute more than people call about it.
        var lasts = (options.Duration.TotalSeconds * ClusterArrivals.Lasts) + 30;
        var decided = new OneEvent(Region.Anywhere(chance), fleet, lasts * driver.Delays.Scale);
        var first = true;
        foreach (var at in ClusterArrivals.Schedule(count, options.Duration, chance))
        {
            await driver.Agenda.UntilAsync(at);
            if (driver.Agenda.Hurried)
                return;
            var (desk, isFirst) = (new Desk(driver, at, new Random(chance.Next())), first);
            Begin(() => isFirst ? decided.FirstAsync(desk) : decided.FurtherAsync(desk));
            first = false;
        }
    }

    private async Task DayAsync(RealDay day)
    {
        var chance = new Random(options.Seed + 1);
        var stories = day.Incidents.ToDictionary(
            i => i, i => new RealStory(i, i.At, new Desk(driver, i.At, new Random(chance.Next())), fleet));
        foreach (var (at, incident, isFirst) in day.Incidents.SelectMany(Calls).OrderBy(c => c.At).TakeWhile(c => c.At < options.Duration))
        {
            await driver.Agenda.UntilAsync(at);
            if (driver.Agenda.Hurried)
                return;
            var (story, desk) = (stories[incident], new Desk(driver, at, new Random(chance.Next())));
            if (!Begin(isFirst ? story.LiveAsync : () => story.JoinAsync(desk)) && isFirst)
                story.Abandon();
        }

        static IEnumerable<(TimeSpan At, RealIncident Incident, bool IsFirst)> Calls(RealIncident incident) =>
            incident.FurtherCalls.Select(c => (incident.At + c, incident, false)).Prepend((incident.At, incident, true));
    }

    private async Task CallAsync(Desk desk)
    {
        var place = Region.Anywhere(desk.Random);
        if (desk.Random.NextDouble() < options.Profile.IncidentShare)
        {
            var units = desk.Random.NextDouble() < options.Profile.UnitsPerIncident - 1 ? 2 : 1;
            await new IncidentStory(desk, fleet).LiveAsync(units, place, null, (2, 5));
        }
        else
        {
            await TelephoneStory.DisposeAsync(desk, await TelephoneStory.TakeAsync(desk, place, "太行路"));
        }
    }

    private bool Begin(Func<Task> story)
    {
        if (driver.Counts.UnderWay > ProfileRunner.MostUnderWay)
        {
            driver.Counts.CouldNotBegin();
            return false;
        }

        driver.Counts.Begin();
        driver.Counts.Arrived();
        _ = LiveAsync(story);
        return true;
    }

    private async Task LiveAsync(Func<Task> story)
    {
        try
        {
            await story();
        }
        catch (Exception e) when (e is StoryEndedException or FormatException)
        {
            driver.Counts.BrokeOff();
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        if (driver.Counts.End() == 0)
            ended.TrySetResult();
    }
}
