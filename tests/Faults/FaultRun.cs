using System.Text.Json;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Faults.Printing;
using Tocsin.Tests.Faults.Scenarios;
using Tocsin.Tests.Load.Printing;

namespace Tocsin.Tests.Faults;

/// <summary>One fault from the start of its servers to the verdict.</summary>
internal static class FaultRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs it.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="repeats">How often, on the same servers.</param>
    /// <param name="json">Where all that was measured is written; null: nowhere.</param>
    /// <param name="logs">Where what the servers said is written; null: nowhere.</param>
    /// <param name="steps">Whether every step is printed.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(Fault fault, int repeats, FileInfo? json, DirectoryInfo? logs, bool steps = false)
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
                    if (steps)
                        ResultPrinter.Steps(console, results[^1]);
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
