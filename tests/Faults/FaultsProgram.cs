using System.CommandLine;
using System.Text.Json;
using Tocsin.Tests.Faults.Alerting;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Faults.Printing;
using Tocsin.Tests.Faults.Scenarios;
using Tocsin.Tests.Load.Printing;

namespace Tocsin.Tests.Faults;

/// <summary>The program: starts servers, drives load, breaks something, measures, judges.</summary>
public static class FaultsProgram
{
    private const int RepeatMax = 1_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs what <paramref name="args"/> ask for; the answer is one of <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var fault = new Argument<string>("FAULT") { Description = $"What goes wrong: {string.Join(", ", FaultCatalog.Names)}." };
        fault.AcceptOnlyFromAmong([.. FaultCatalog.Names]);
        var repeat = Load.Commands.CommonOptions.Whole("--repeat", "How often, on the same servers.", 1, 1, RepeatMax);
        var json = new Option<FileInfo?>("--json") { Description = "Where all that was measured is written." };
        var logs = new Option<DirectoryInfo?>("--logs") { Description = "Where what the servers said is written." };
        var root = new RootCommand("Breaks a whole cluster of its own under load, and measures what its clients notice.") { fault, repeat, json, logs, AlertsCommand.Make() };
        root.SetAction((parsed, _) => RunAsync(FaultCatalog.Make(parsed.GetRequiredValue(fault)), parsed.GetValue(repeat), parsed.GetValue(json), parsed.GetValue(logs)));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        return ExitCodes.Usage;
    }

    private static async Task<int> RunAsync(Fault fault, int repeats, FileInfo? json, DirectoryInfo? logs)
    {
        var console = Screen.Open();
        await using (fault)
        {
            try
            {
                await fault.OpenAsync();
            }
            catch (NotPermittedException e)
            {
                await Console.Error.WriteLineAsync($"{fault.Name}: NOT RUN. {e.Message}");
                return ExitCodes.NotPermitted;
            }

            var results = new List<FaultResult>();
            try
            {
                for (var i = 0; i < repeats; i++)
                {
                    results.Add(await FaultMeasurer.RunAsync(fault, i));
                    ResultPrinter.Run(console, results[^1]);
                }
            }
            finally
            {
                await WriteAsync(fault, results, json, logs);
            }

            var missed = Verdict.Of(fault.Limits, results);
            ResultPrinter.Summary(console, results, missed);
            return missed.Count == 0 ? ExitCodes.Good : ExitCodes.Bad;
        }
    }

    private static async Task WriteAsync(Fault fault, IReadOnlyList<FaultResult> results, FileInfo? json, DirectoryInfo? logs)
    {
        if (json is not null)
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(results, Json));
        if (logs is null)
            return;
        logs.Create();
        foreach (var (server, output) in fault.Logs)
            await File.WriteAllTextAsync(Path.Combine(logs.FullName, $"{fault.Name}-{server}.log"), output);
    }
}
