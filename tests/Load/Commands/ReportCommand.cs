using System.CommandLine;
using System.Text.Json;
using Tocsin.Tests.Load.Reporting;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>report RESULT... --html FILE</c>: a result that was written as JSON for people; several side by side.</summary>
public static class ReportCommand
{
    /// <summary>The most results of one comparison.</summary>
    public const int ResultsMax = 8;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("RESULT")
        {
            Description = "What profile --json wrote. Several are compared with the first.",
            Arity = new ArgumentArity(1, ResultsMax),
        };
        var html = new Option<FileInfo>("--html") { Description = "Where the report goes.", Required = true };
        var command = new Command("report", "Makes a page with charts of one result, or of several side by side.") { files, html };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(files), parsed.GetRequiredValue(html)));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, FileInfo html)
    {
        var results = new List<LoadResult>();
        foreach (var file in files)
        {
            try
            {
                results.Add(await JsonReport.ReadAsync(file.FullName));
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file}: {e.Message}");
                return ExitCodes.Usage;
            }
        }

        await File.WriteAllTextAsync(html.FullName, HtmlReport.Text(results));
        return ExitCodes.Good;
    }
}
