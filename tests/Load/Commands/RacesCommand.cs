using System.CommandLine;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Races;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>races</c>: one unit, two incidents, the same moment.</summary>
public static class RacesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var urls = CommonOptions.Urls();
        var count = CommonOptions.Whole("--count", "How many races.", 10_000, 1, RaceRunner.MostRaces);
        var lanes = CommonOptions.Whole("--lanes", "Races side by side.", 16, 1, RaceRunner.MostLanes);
        var faults = new Option<bool>("--faults")
        {
            Description = "Somebody kills servers meanwhile: races that were never settled are counted, not held against it.",
        };
        var patience = CommonOptions.PatienceSeconds();
        var remote = CommonOptions.AllowRemote();
        var command = new Command(
            "races", "Two dispatchers send one unit to two incidents at the same moment, over two gateways: exactly one wins.")
        {
            urls, count, lanes, faults, patience, remote,
        };
        CommonOptions.LoopbackOnly(command, remote, p => p.GetValue(urls) ?? []);
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(urls),
            parsed.GetValue(count),
            parsed.GetValue(lanes),
            parsed.GetValue(faults),
            CommonOptions.Patience(parsed.GetValue(patience)),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Uri[] urls, int count, int lanes, bool faults, Patience patience, CancellationToken stop)
    {
        var tokens = CommonOptions.Tokens("races");
        var clients = urls.Select(u => new TocsinClient(u, tokens, patience, TimeProvider.System)).ToList();
        try
        {
            var started = TimeProvider.System.GetTimestamp();
            var runner = new RaceRunner(clients, lanes);
            using var timer = new Timer(
                _ => Console.WriteLine($"{Math.Min(runner.Begun, count):N0} of {count:N0} races"),
                null,
                TimeSpan.FromSeconds(5),
                TimeSpan.FromSeconds(5));
            var tally = await runner.RunAsync(count, stop);
            Print(tally, urls.Length, TimeProvider.System.GetElapsedTime(started));
            var whole = tally.Verdicts.Values.Sum() == count;
            if (!whole)
                Console.WriteLine("Interrupted: not all races were run.");
            return whole && tally.Good(faults) ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (e is StoryEndedException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }
    }

    private static void Print(RaceTally tally, int gateways, TimeSpan took)
    {
        foreach (var detail in tally.Details)
            Console.WriteLine(detail);
        foreach (var problem in tally.TrailProblems.Take(RaceRunner.MostDetails))
            Console.WriteLine(problem);
        Console.WriteLine($"{tally.Verdicts.Values.Sum():N0} races over {gateways} gateways in {took.TotalSeconds:0.0} s: "
            + $"{tally.Count(RaceVerdict.OneWon):N0} with one winner, {tally.Count(RaceVerdict.BothWon):N0} with two, "
            + $"{tally.Count(RaceVerdict.RefusedToAll):N0} refused to all, {tally.Count(RaceVerdict.WrongHolder):N0} told the "
            + $"wrong holder, {tally.Count(RaceVerdict.Unsettled):N0} unsettled, {tally.Count(RaceVerdict.Other):N0} other.");
        Console.WriteLine($"{tally.ConnectionsLost:N0} connections lost, {tally.Unavailable:N0} times 503 or 429, "
            + $"{tally.Replayed:N0} repeats of what was done. {tally.Trails:N0} trails: "
            + $"{tally.TrailProblems.Count:N0} problems (units on two incidents, half assignments, broken chains).");
    }
}
