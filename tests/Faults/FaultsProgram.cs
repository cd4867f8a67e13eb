using System.CommandLine;
using Tocsin.Tests.Faults.Alerting;
using Tocsin.Tests.Faults.Scenarios;
using Tocsin.Tests.Faults.Versions;

namespace Tocsin.Tests.Faults;

/// <summary>The program: starts servers, drives load, breaks something, measures, judges.</summary>
public static class FaultsProgram
{
    private const int RepeatMax = 1_000;

    /// <summary>Runs what <paramref name="args"/> ask for; the answer is one of <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var fault = new Argument<string>("FAULT") { Description = $"What goes wrong: {string.Join(", ", FaultCatalog.Names)}." };
        fault.AcceptOnlyFromAmong([.. FaultCatalog.Names]);
        var repeat = Load.Commands.CommonOptions.Whole("--repeat", "How often, on the same servers.", 1, 1, RepeatMax);
        var json = new Option<FileInfo?>("--json") { Description = "Where all that was measured is written." };
        var logs = new Option<DirectoryInfo?>("--logs") { Description = "Where what the servers said is written." };
        var root = new RootCommand("Breaks a whole cluster of its own under load, and measures what its clients notice.")
        {
            fault, repeat, json, logs, AlertsCommand.Make(), VersionsCommand.Make(),
        };
        root.SetAction((parsed, _) => FaultRun.RunAsync(
            FaultCatalog.Make(parsed.GetRequiredValue(fault)), parsed.GetValue(repeat), parsed.GetValue(json), parsed.GetValue(logs)));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        return ExitCodes.Usage;
    }
}
