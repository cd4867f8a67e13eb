using System.CommandLine;
using Tocsin.Tests.Load.Commands;

namespace Tocsin.Tests.Load;

/// <summary>The program: its commands, and how a command line becomes one of them or exit code 2.</summary>
public static class LoadProgram
{
    /// <summary>Runs what <paramref name="args"/> ask for; the answer is one of <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tocsin's load program: a client of the HTTP contract, version 1, and of nothing else.")
        {
            ReplayCommand.Create(),
            YearCommand.Create(),
            ProfileCommand.Create(),
            ReportCommand.Create(),
            ClocksCommand.Create(),
            FeedCommand.Create(),
            SoakCommand.Create(),
            RacesCommand.Create(),
            CrashLoadCommand.Create(),
            CheckLedgerCommand.Create(),
        };
        ParseResult parsed;
        try
        {
            parsed = root.Parse(args);
        }
        catch (InvalidOperationException e)
        {
            // A word where a number belongs: the parser's validators meet it before the parser reports it.
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Usage;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return ExitCodes.Usage;
        }

        // Ctrl-C: stories end, units are freed, figures are printed; the default 2 s are too short for that.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(75) });
    }
}
