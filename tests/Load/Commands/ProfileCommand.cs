using System.CommandLine;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Printing;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>profile NAME</c>: a named load, its percentiles, and a verdict.</summary>
public static class ProfileCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = string.Join(", ", ProfileCatalog.All.Select(p => $"{p.Name}: {p.Description}")) };
        name.Validators.Add(r =>
        {
            if (ProfileCatalog.Find(r.GetValueOrDefault<string>()) is null)
                r.AddError($"NAME must be one of {string.Join(", ", ProfileCatalog.All.Select(p => p.Name))}.");
        });
        var rate = new Option<double?>("--rate") { Description = "Calls per second, instead of the profile's own." };
        rate.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double?>() is not (null or (> 0 and <= 1_000)))
                r.AddError("--rate must be more than 0, at most 1,000.");
        });
        var seconds = CommonOptions.Whole("--seconds", "How long calls arrive.", 60, 1, 86_400);
        var seed = CommonOptions.Whole("--seed", "The run of chance.", 1, 0, int.MaxValue);
        var patience = CommonOptions.Whole("--patience", "Seconds for which a command is repeated while the server is away; 0: one try, since what an operator would see is what is measured.", 0, 0, (int)Patience.Longest.TotalSeconds);
        var url = CommonOptions.Url();
        var remote = CommonOptions.AllowRemote();
        var command = new Command("profile", "Puts a named load on a gateway and measures it.") { name, rate, seconds, seed, patience, url, remote };
        CommonOptions.LoopbackOnly(command, remote, p => [p.GetValue(url)]);
        command.SetAction((parsed, stop) =>
        {
            var profile = ProfileCatalog.Find(parsed.GetRequiredValue(name))!;
            profile = profile with { CallsPerSecond = parsed.GetValue(rate) ?? profile.CallsPerSecond };
            return RunAsync(profile, parsed.GetRequiredValue(url), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(seed), parsed.GetValue(patience), stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(LoadProfile profile, Uri url, TimeSpan duration, int seed, int patience, CancellationToken stop)
    {
        using var client = new TocsinClient(url, CommonOptions.Tokens("profile"), patience == 0 ? Patience.OneTry : CommonOptions.Patience(patience), TimeProvider.System);
        var runner = new ProfileRunner(profile, client, TimeProvider.System, Delays.Compressed, seed);
        Console.WriteLine($"{profile.Name} on {url}: {profile.CallsPerSecond} calls/s for {duration.TotalSeconds:0} s, seed {seed}, {runner.PoolSize} units");
        try
        {
            var said = TimeProvider.System.GetTimestamp();
            var result = await runner.RunAsync(duration, book =>
            {
                if (TimeProvider.System.GetElapsedTime(said) < TimeSpan.FromSeconds(5))
                    return;
                said = TimeProvider.System.GetTimestamp();
                Console.WriteLine($"{book.Done:N0} done, {book.Failed:N0} failed");
            }, stop);
            ProfileReport.Print(Screen.Open(), result);
            return result.Failures().Count == 0 && !result.Interrupted ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (e is StoryEndedException or HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
    }
}
