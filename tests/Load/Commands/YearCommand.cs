using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Printing;
using Tocsin.Tests.Load.Replay.Printing;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.Load.Replay.Running;
using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.Load.Year;
using Tocsin.Tests.Load.Year.Printing;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>year</c>: a county's year that is over through the HTTP interface, and every figure of its summary compared.</summary>
public static class YearCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var year = CommonOptions.Whole(
            "--year",
            "The year, which is over, in the gateway's zone.",
            YearOptions.UsualYear,
            YearOptions.FirstYear,
            YearOptions.LastYear(TimeProvider.System.GetUtcNow()));
        var share = new Option<double>("--share")
        {
            Description = $"How much of the county's 67,077 calls and 17,643 incidents. {YearCounts.LeastShare}..1.",
            DefaultValueFactory = _ => 1,
        };
        var seed = CommonOptions.Whole("--seed", "What the plan is drawn from.", 1, 0, int.MaxValue);
        var urls = CommonOptions.Urls();
        var concurrency = CommonOptions.Whole("--concurrency", "The most commands under way at once.", 64, 1, Runner.MostConcurrency);
        var run = new Option<string?>("--run")
        {
            Description = "The run's name. The same name does nothing twice; without it, a fresh one.",
        };
        var policy = new Option<string>("--policy")
        {
            Description = "The timing policy meanwhile: without one nothing could alarm. The one before is put back.",
            DefaultValueFactory = _ => YearOptions.UsualPolicy,
        };
        var json = new Option<FileInfo?>("--json") { Description = "Also writes the result to this file." };
        var patience = CommonOptions.PatienceSeconds();
        var remote = CommonOptions.AllowRemote();
        share.Validators.Add(r =>
        {
            if (!r.Errors.Any() && r.GetValueOrDefault<double>() is not (>= YearCounts.LeastShare and <= 1))
                r.AddError($"--share must be {YearCounts.LeastShare.ToString(CultureInfo.InvariantCulture)}..1.");
        });
        run.Validators.Add(r =>
        {
            var name = r.GetValueOrDefault<string?>();
            if (name is not null && (name.Length is 0 or > YearOptions.LongestRun || name != CleanText.Id(name)))
                r.AddError($"--run must be 1..{YearOptions.LongestRun} of letters, digits, '-', '_', '.'.");
        });

        var command = new Command(
            "year", "Puts a county's past year in through the HTTP interface, reads its reports and compares every figure.")
        {
            year, share, seed, urls, concurrency, run, policy, json, patience, remote,
        };
        CommonOptions.LoopbackOnly(command, remote, p => p.GetValue(urls) ?? []);
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetValue(run);
            return RunAsync(
                parsed.GetRequiredValue(urls),
                new YearOptions(
                    parsed.GetValue(year),
                    parsed.GetValue(share),
                    parsed.GetValue(seed),
                    name ?? FreshRun(),
                    name is null,
                    parsed.GetValue(concurrency),
                    parsed.GetRequiredValue(policy)),
                CommonOptions.Patience(parsed.GetValue(patience)),
                parsed.GetValue(json),
                stop);
        });
        return command;
    }

    private static string FreshRun() =>
        $"y{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-"
        + RandomNumberGenerator.GetHexString(4, lowercase: true);

    private static async Task<int> RunAsync(Uri[] urls, YearOptions options, Patience patience, FileInfo? json, CancellationToken stop)
    {
        var console = Screen.Open();
        console.WriteLine($"Run {options.Run}: {options.Year} to {string.Join(", ", urls.Select(u => u.ToString()))}");
        var tokens = CommonOptions.Tokens("year");
        using var client = new TocsinClient(urls[0], tokens, patience, TimeProvider.System);
        try
        {
            using var sender = await RequestSender.CreateAsync(urls, tokens, patience, TimeProvider.System, stop);
            var year = new YearRun(client, sender, options, TimeProvider.System);
            var result = console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
                ? await console.Progress()
                    .Columns(
                        new TaskDescriptionColumn(),
                        new ProgressBarColumn(),
                        new PercentageColumn(),
                        new RemainingTimeColumn(),
                        new SpinnerColumn())
                    .StartAsync(context => year.RunAsync(new BarProgress(context), stop))
                : await year.RunAsync(new LineProgress(Console.Out, TimeProvider.System), stop);
            new YearReport(console).Print(result);
            if (json is not null)
                await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(result, Json) + "\n", stop);
            return result.Good ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (
            e is ReplayInterruptedException or StoryEndedException or HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e is OperationCanceledException ? "Interrupted." : e.Message);
            if (e is ReplayInterruptedException or OperationCanceledException)
                await Console.Error.WriteLineAsync($"Take this run up again with --run {options.Run}");
            return ExitCodes.Bad;
        }
    }
}
