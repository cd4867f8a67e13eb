using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Spectre.Console;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Printing;
using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Replay.Printing;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.Load.Replay.Running;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>replay FILE</c>: real days through the HTTP interface, and everything compared.</summary>
public static class ReplayCommand
{
    /// <summary>The zone of San Francisco's files.</summary>
    public const string DefaultZone = "America/Los_Angeles";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "CSV of San Francisco's open data 'Fire Department Calls for Service', any days.",
        };
        var url = CommonOptions.Url();
        var zone = Zone();
        var speed = new Option<double?>("--speed")
        {
            Description = "How many times faster than it happened; without it, as fast as it goes.",
        };
        var concurrency = CommonOptions.Whole("--concurrency", "The most commands under way at once.", 32, 1, Runner.MostConcurrency);
        var run = new Option<string?>("--run")
        {
            Description = "The run's name. The same name takes a broken run up again; without it, a fresh one.",
        };
        var output = new Option<FileInfo?>("--out") { Description = "Also writes what was not carried to this file, as CSV." };
        var patience = CommonOptions.PatienceSeconds();
        speed.Validators.Add(r =>
        {
            if (!r.Errors.Any() && r.GetValueOrDefault<double?>() is not (null or (> 0 and <= 1_000_000)))
                r.AddError("--speed must be more than 0, at most 1,000,000.");
        });
        run.Validators.Add(r =>
        {
            var name = r.GetValueOrDefault<string?>();
            if (name is not null && (name.Length > ReplayOptions.LongestRun || name != CleanText.Id(name) || name.Length == 0))
                r.AddError($"--run must be 1..{ReplayOptions.LongestRun} of letters, digits, '-', '_', '.'.");
        });

        var command = new Command(
            "replay", "Replays real days through the HTTP interface, reads everything back and compares it to the second.")
        {
            file, url, zone, speed, concurrency, run, output, patience,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(url),
            new ReplayOptions(
                parsed.GetValue(run) ?? FreshRun(),
                parsed.GetValue(speed),
                parsed.GetValue(concurrency),
                TimeZoneInfo.FindSystemTimeZoneById(parsed.GetRequiredValue(zone))),
            CommonOptions.Patience(parsed.GetValue(patience)),
            parsed.GetValue(output),
            stop));
        return command;
    }

    /// <summary><c>--zone</c>, for commands that read such a file.</summary>
    public static Option<string> Zone()
    {
        var zone = new Option<string>("--zone")
        {
            Description = "The zone of the file's local times.",
            DefaultValueFactory = _ => DefaultZone,
        };
        zone.Validators.Add(r =>
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(r.GetValueOrDefault<string>()!, out _))
                r.AddError("--zone must be the name of a time zone.");
        });
        return zone;
    }

    private static string FreshRun() =>
        $"r{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-"
        + RandomNumberGenerator.GetHexString(4, lowercase: true);

    private static async Task<int> RunAsync(
        FileInfo file, Uri url, ReplayOptions options, Patience patience, FileInfo? output, CancellationToken stop)
    {
        Readings readings;
        try
        {
            readings = IncidentFile.Read(file.FullName, options.Zone);
        }
        catch (Exception e) when (e is UnusableFileException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}: {e.Message}");
            return ExitCodes.Usage;
        }

        using var client = new TocsinClient(url, CommonOptions.Tokens("replay"), patience, TimeProvider.System);
        var console = Screen.Open();
        console.WriteLine($"Run {options.Run}: {readings.Lines:N0} rows of {file.Name} to {url}");
        try
        {
            var replay = new ReplayRun(client, options, TimeProvider.System);
            var result = console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
                ? await console.Progress()
                    .Columns(
                        new TaskDescriptionColumn(),
                        new ProgressBarColumn(),
                        new PercentageColumn(),
                        new RemainingTimeColumn(),
                        new SpinnerColumn())
                    .StartAsync(context => replay.RunAsync(readings, new BarProgress(context), stop))
                : await replay.RunAsync(readings, new LineProgress(Console.Out, TimeProvider.System), stop);
            new ReplayReport(console).Print(result);
            if (output is not null)
                NotCarriedFile.Write(output.FullName, result.NotCarried);
            return result.Differences.Count == 0 ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (e is ReplayInterruptedException or HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e is OperationCanceledException ? "Interrupted." : e.Message);
            await Console.Error.WriteLineAsync($"Take this run up again with --run {options.Run}");
            return ExitCodes.Bad;
        }
    }
}
