using System.CommandLine;
using Tocsin.Tests.Load.Auditing;
using Tocsin.Tests.Load.Crashes;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>check-ledger FILE</c>: everything that was acknowledged is there once, chains are whole.</summary>
public static class CheckLedgerCommand
{
    /// <summary>The most problems that are printed.</summary>
    public const int MostProblems = 100;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A ledger of crash-load." };
        var url = CommonOptions.Url();
        var concurrency = CommonOptions.Whole("--concurrency", "Trails read at once.", 16, 1, 256);
        var goOn = new Option<bool>("--go-on") { Description = "Also puts a note on every incident: each must be able to go on." };
        var command = new Command(
            "check-ledger",
            "Checks that every acknowledged command is there exactly once, that chains are whole, that nothing is half done.")
        {
            file, url, concurrency, goOn,
        };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(url), parsed.GetValue(concurrency), parsed.GetValue(goOn), stop));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, Uri url, int concurrency, bool goOn, CancellationToken stop)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"{file}: there is no such ledger.");
            return ExitCodes.Usage;
        }

        using var client = new TocsinClient(url, CommonOptions.Tokens("crash"), Patience.Default, TimeProvider.System);
        try
        {
            var entries = Ledger.Read(file.FullName);
            var findings = await new LedgerCheck(new TrailReader(client), concurrency).CheckAsync(entries, stop);
            IReadOnlyList<string> problems = goOn
                ? [.. findings.Problems, .. await new GoOnCheck(client, concurrency).CheckAsync(entries, stop)]
                : findings.Problems;
            foreach (var problem in problems.Take(MostProblems))
                Console.WriteLine(problem);
            Console.WriteLine($"{findings.Acknowledged:N0} acknowledged of {findings.Entries:N0} commands, "
                + $"{findings.Streams:N0} trails with {findings.Events:N0} events: {problems.Count:N0} problems.");
            return problems.Count == 0 && findings.Acknowledged > 0 ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
    }
}
