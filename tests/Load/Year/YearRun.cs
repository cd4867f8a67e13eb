using System.Text.Json;
using Tocsin.Tests.Load.Clocks;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Replay.Comparing;
using Tocsin.Tests.Load.Replay.Running;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.Load.Year.Checking;
using Tocsin.Tests.Load.Year.Planning;
using Tocsin.Tests.Load.Year.Reckoning;
using Tocsin.Tests.Load.Year.Running;

namespace Tocsin.Tests.Load.Year;

/// <summary>A year from its plan to the list of what differs.</summary>
/// <param name="client">Reads, and chooses the policy.</param>
/// <param name="sender">Sends.</param>
/// <param name="options">Which year, and how much of it.</param>
/// <param name="clock">The clock.</param>
public sealed class YearRun(TocsinClient client, RequestSender sender, YearOptions options, TimeProvider clock)
{
    // Stories begun for each command under way: those that wait for a unit hold no other up.
    private const int StoriesToACommand = 4;

    // A few hundred commands of a year are sent once more.
    private const int CallsToARepeat = 100;

    private readonly YearReader reader = new(client);
    private readonly List<ReportTime> times = [];
    private readonly List<FigureDifference> differences = [];
    private readonly List<string> wrong = [];
    private IReadOnlyDictionary<string, decimal?> total = new Dictionary<string, decimal?>();
    private int compared;

    /// <summary>Puts the year in, reads every report, compares.</summary>
    /// <exception cref="ReplayInterruptedException">The server was away for too long.</exception>
    /// <exception cref="StoryEndedException">
    /// The year of a new run is not empty, the server does not know the policy, or would not have a unit.
    /// </exception>
    public async Task<YearResult> RunAsync(IReplayProgress progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var plan = await PlanAsync(stop);
        using var commands = new YearSender(sender, options.Run, options.Concurrency, Math.Max(1, plan.Calls.Count / CallsToARepeat));
        var stories = new YearStories(plan, commands);
        var (began, spent) = (clock.GetTimestamp(), Spent());
        await SendAsync(plan, commands, stories, progress, stop);
        var (took, own) = (clock.GetElapsedTime(began), Spent() - spent);

        string[] ids = [.. stories.Ids.OfType<string>()];
        wrong.AddRange(commands.Refusals);
        var foreign = await CompareAsync(plan, stop);
        wrong.AddRange(await new SilenceCheck(reader).CheckAsync(ids, progress, stop));
        var (listed, late, numbers) = await new NumberCheck(reader).CheckAsync(ids, plan.From, plan.To, stop);
        wrong.AddRange(numbers);
        var repeated = await RepeatAsync(plan, commands, stop);
        return new YearResult(
            options, Machine.This(), plan.Zone.Id, plan.CountedCalls.Count(), plan.CountedIncidents.Count(),
            plan.Incidents.Count(i => i.Exercise), commands.Done, commands.Replayed, foreign,
            Math.Round(took.TotalSeconds, 1), Math.Round(own.TotalSeconds, 1), commands.Book.Latencies(), times, total, compared,
            differences, listed, late, wrong, repeated);
    }

    private static TimeSpan Spent() => Environment.CpuUsage.TotalTime;

    // The year is that of the server's own zone, which every report names.
    private async Task<YearPlan> PlanAsync(CancellationToken stop)
    {
        var somewhere = new DateTimeOffset(options.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var asked = await reader.GetAsync(YearReader.Report("summary", somewhere, somewhere.AddDays(1), "month"), stop);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.GetProperty("timeZone").GetString()!);
        var plan = YearPlanner.Plan(YearCounts.Of(options.Share), options.Year, zone, options.Seed, options.Run);
        var before = (await reader.GetAsync(YearReader.Report("summary", plan.From, plan.To, "month"), stop)).GetProperty("total");
        var (calls, incidents) = (Count(before, "calls"), Count(before, "incidents"));
        return options.Fresh && calls + incidents > 0
            ? throw new StoryEndedException($"{options.Year} has {calls} calls and {incidents} incidents already: "
                + "choose another --year, or name the run that they are of with --run.")
            : plan;
    }

    private static int Count(JsonElement figures, string of) => figures.GetProperty(of).GetProperty("count").GetInt32();

    private async Task SendAsync(YearPlan plan, YearSender commands, YearStories stories, IReplayProgress progress, CancellationToken stop)
    {
        await using var ending = stop.Register(() => _ = sender.EndAsync());
        var policy = await PolicyChoice.ChooseAsync(client, options.Policy, stop);
        try
        {
            foreach (var unit in plan.Units)
            {
                await commands.SendAsync("register", $"{unit.Id}.register", YearRequests.Register(unit));
                await commands.SendAsync("duty", $"{unit.Id}.on", YearRequests.Duty(unit, true, plan.From));
            }

            progress.Begin("calls and incidents", stories.InOrder.Count);
            using (var runner = new YearRunner(options.Concurrency * StoriesToACommand))
                await runner.RunAsync(stories.InOrder, progress.One, stop);
            foreach (var unit in plan.Units)
                await commands.SendAsync("duty", $"{unit.Id}.off", YearRequests.Duty(unit, false, plan.To + YearOptions.Past / 2));
        }
        finally
        {
            await policy.RestoreAsync();
        }
    }

    private async Task<int> CompareAsync(YearPlan plan, CancellationToken stop)
    {
        var foreign = 0;
        foreach (var by in YearSummary.Ways)
        {
            var report = await TimedAsync("summary", plan, by, stop);
            var (count, found) = SummaryComparison.Compare(YearSummary.Of(plan, by), report);
            compared += count;
            differences.AddRange(found);
            total = ReportedFigures.Of(report.GetProperty("total"));
            foreign = Math.Max(foreign, Count(report.GetProperty("total"), "calls") - plan.CountedCalls.Count());
        }

        await TimedAsync("response-times", plan, "station", stop);
        var facts = YearFacts.Of(plan);
        differences.AddRange((await new ReportCheck(client).CompareAsync(facts, plan.From, plan.To, stop))
            .Select(d => new FigureDifference("response-times", d.Field, d.Expected, d.Actual)));
        return foreign;
    }

    private async Task<JsonElement> TimedAsync(string report, YearPlan plan, string by, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        var answer = await reader.GetAsync(YearReader.Report(report, plan.From, plan.To, by), stop);
        times.Add(new ReportTime($"{report} by {by}", Math.Round(clock.GetElapsedTime(began).TotalMilliseconds, 1)));
        return answer;
    }

    private async Task<int> RepeatAsync(YearPlan plan, YearSender commands, CancellationToken stop)
    {
        var path = YearReader.Report("summary", plan.From, plan.To, "day");
        var before = (await reader.GetAsync(path, stop)).GetRawText();
        var (count, twice) = await commands.AgainAsync();
        wrong.AddRange(twice);
        if ((await reader.GetAsync(path, stop)).GetRawText() != before)
            wrong.Add("The summary by day is another once some commands were sent once more.");
        return count;
    }
}
