using System.CommandLine;
using Tocsin.Tests.Load.Feed;
using Tocsin.Tests.Load.Printing;
using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>feed</c>: many clients on the live feed while a profile runs, each judged against the journal.</summary>
public static class FeedCommand
{
    /// <summary>
    /// What the 99th percentile from commit to client may be, in milliseconds, unless told otherwise: later, and people see two truths on
    /// two screens.
    /// </summary>
    public const int UsualP99Milliseconds = 250;

    /// <summary>What stands for no load.</summary>
    public const string NoProfile = "none";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var clients = CommonOptions.Whole("--clients", "How many hang on the feed.", 1_000, 0, FeedRunOptions.MostClients);
        var seconds = CommonOptions.Whole("--seconds", "How long calls arrive.", 60, 1, 86_400);
        var seed = CommonOptions.Whole("--seed", "The run of chance.", 1, 0, int.MaxValue);
        var p99 = CommonOptions.Whole(
            "--p99",
            "Milliseconds from commit to client that the 99th percentile may take; 0: not judged, as usual where something is killed.",
            -1,
            -1,
            600_000);
        var profile = new Option<string>("--profile")
        {
            Description = $"The load: {string.Join(", ", ProfileCatalog.All.Select(p => p.Name))}, or {NoProfile}.",
            DefaultValueFactory = _ => CityPeak.Profile.Name,
        };
        profile.AcceptOnlyFromAmong([NoProfile, .. ProfileCatalog.All.Select(p => p.Name)]);
        var rate = new Option<double?>("--rate") { Description = "Calls per second, instead of the profile's own." };
        rate.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double?>() is not (null or (> 0 and <= 1_000)))
                r.AddError("--rate must be more than 0, at most 1,000.");
        });
        var pids = new Option<int[]>("--pid")
        {
            Description = "Processes of this machine whose processor time and memory are taken; give it once for each.",
            DefaultValueFactory = _ => [],
        };
        var kill = new Option<int[]>("--kill")
        {
            Description = "Processes of this machine that are killed (SIGKILL), one after the other, "
                + "evenly over the run; whoever looks after them must start them again.",
            DefaultValueFactory = _ => [],
        };
        var noTrails = new Option<bool>("--no-trails") { Description = "Judges by the feed alone: the server has no trails." };
        var record = new Option<string?>("--record") { Description = "Writes the bytes that one client reads, with their times." };
        var json = new Option<string?>("--json") { Description = "Writes the result." };
        var url = CommonOptions.Url();
        var commandUrl = CommonOptions.FurtherUrl(
            "--command-url", "The gateway that takes the commands and tells the truth; that of the clients unless given.");
        var remote = CommonOptions.AllowRemote();
        var command = new Command(
            "feed",
            "Many clients on the live feed while a profile runs: how late they hear, and whether each hears everything once, in order.")
        {
            clients, seconds, seed, p99, profile, rate, pids, kill, noTrails, record, json, url, commandUrl, remote,
        };
        CommonOptions.LoopbackOnly(command, remote, p => [p.GetValue(url), p.GetValue(commandUrl)]);
        command.SetAction((parsed, stop) =>
        {
            var killed = parsed.GetRequiredValue(kill);
            var load = ProfileCatalog.Find(parsed.GetRequiredValue(profile));
            return RunAsync(
                new FeedRunOptions(
                    parsed.GetValue(clients),
                    parsed.GetRequiredValue(url),
                    parsed.GetValue(commandUrl) ?? parsed.GetRequiredValue(url),
                    load is null ? null : load with { CallsPerSecond = parsed.GetValue(rate) ?? load.CallsPerSecond },
                    TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                    parsed.GetValue(seed),
                    parsed.GetRequiredValue(pids),
                    killed,
                    (parsed.GetValue(p99), killed.Length) switch
                    {
                        (0, _) or (-1, > 0) => null,
                        (-1, _) => TimeSpan.FromMilliseconds(UsualP99Milliseconds),
                        var (ms, _) => TimeSpan.FromMilliseconds(ms),
                    },
                    !parsed.GetValue(noTrails),
                    parsed.GetValue(record)),
                parsed.GetValue(json),
                stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(FeedRunOptions options, string? json, CancellationToken stop)
    {
        using var run = new FeedRun(options, CommonOptions.Tokens("feed"), TimeProvider.System);
        try
        {
            var result = await run.RunAsync(Console.WriteLine, stop);
            FeedReport.Print(Screen.Open(), result);
            if (json is not null)
                await FeedReport.WriteAsync(json, result);
            return result.Failures().Count == 0 ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (
            e is HttpRequestException or IOException or OperationCanceledException or TimeoutException or FormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
    }
}
