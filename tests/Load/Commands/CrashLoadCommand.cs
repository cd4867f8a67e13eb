using System.CommandLine;
using Tocsin.Tests.Load.Crashes;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>crash-load</c>: full load on a server that dies and comes back, with a ledger of what it acknowledged.</summary>
public static class CrashLoadCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var urls = CommonOptions.Urls();
        var seconds = CommonOptions.Whole("--seconds", "How long.", 60, 1, 86_400);
        var lanes = CommonOptions.Whole("--lanes", "Incidents under way at once.", 64, 1, CrashLoad.MostLanes);
        var input = new Option<bool>("--until-input-ends")
        {
            Description = "Go on until the standard input ends, however long that is; --seconds does not count.",
        };
        var ledger = new Option<FileInfo>("--ledger") { Description = "Where the ledger is written.", Required = true };
        var patience = CommonOptions.PatienceSeconds();
        var remote = CommonOptions.AllowRemote();
        var command = new Command(
            "crash-load", "Drives full load through the death of a server and writes down every command that was acknowledged.")
        {
            urls, seconds, input, lanes, ledger, patience, remote,
        };
        CommonOptions.LoopbackOnly(command, remote, p => p.GetValue(urls) ?? []);
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(urls),
            parsed.GetValue(input) ? null : TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            parsed.GetValue(lanes),
            parsed.GetRequiredValue(ledger),
            CommonOptions.Patience(parsed.GetValue(patience)),
            stop));
        return command;
    }

    /// <summary>Runs it for a time, or (null) until the standard input ends.</summary>
    private static async Task<int> RunAsync(
        Uri[] urls, TimeSpan? duration, int lanes, FileInfo file, Patience patience, CancellationToken stop)
    {
        var tokens = CommonOptions.Tokens("crash");
        var clients = urls.Select(u => new TocsinClient(u, tokens, patience, TimeProvider.System)).ToList();
        using var ledger = Ledger.Create(file.FullName);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (duration is { } given)
            time.CancelAfter(given);
        else
            _ = CancelAtEndOfInputAsync(time);
        try
        {
            var load = new CrashLoad(clients, ledger, lanes, TimeProvider.System);
            var result = await load.RunAsync(time.Token);
            Console.WriteLine(
                $"{result.Acknowledged:N0} commands acknowledged ({result.Replayed:N0} by repeats of what was done already), "
                + $"{result.Stories:N0} incidents from call to closure, {result.ConnectionsLost:N0} connections lost, "
                + $"{result.Unavailable:N0} times 503 or 429, {result.Unsettled:N0} unsettled");
            foreach (var (what, count) in result.Refused.OrderByDescending(r => r.Value).Take(20))
                Console.WriteLine($"{count:N0} times {what}");
            return result.Refused.Count == 0 && result.Acknowledged > 0 ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }
    }

    private static async Task CancelAtEndOfInputAsync(CancellationTokenSource time)
    {
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null, time.Token);
        await time.CancelAsync();
    }
}
