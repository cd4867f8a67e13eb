using System.CommandLine;
using Spectre.Console;
using Tocsin.Tests.Load.Printing;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.Load.Reporting;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>profile NAME</c>: a named load, its percentiles, and a verdict.</summary>
public static class ProfileCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = string.Join("; ", ProfileCatalog.Asked.Select(p => $"{p.Name}: {p.Description}")),
        };
        name.Validators.Add(r =>
        {
            if (Find(r.GetValueOrDefault<string>()) is null)
                r.AddError($"NAME must be one of {string.Join(", ", ProfileCatalog.Asked.Select(p => p.Name))}.");
        });
        var options = new ProfileOptions();
        var json = new Option<string?>("--json") { Description = "Writes the result for programs." };
        var html = new Option<string?>("--html")
        {
            Description = "Writes the result for people: one file with charts, which needs no network.",
        };
        var remote = CommonOptions.AllowRemote();
        var command = new Command("profile", "Puts a named load on a gateway and measures it.") { name, json, html, remote };
        foreach (var option in options.All)
            command.Add(option);
        CommonOptions.LoopbackOnly(command, remote, options.Addresses);
        command.Validators.Add(r => options.Check(r, r.Errors.Any() ? null : r.GetValue(name)));
        command.SetAction(async (parsed, stop) =>
        {
            try
            {
                return await RunAsync(
                    options.Read(parsed, Find(parsed.GetRequiredValue(name))!), parsed.GetValue(json), parsed.GetValue(html), stop);
            }
            catch (UnusableFileException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    private static LoadProfile? Find(string? name) => ProfileCatalog.Asked.FirstOrDefault(p => p.Name == name);

    private static async Task<int> RunAsync(LoadOptions options, string? json, string? html, CancellationToken stop)
    {
        if (options.Profile.CallsPerSecond * options.Duration.TotalSeconds > LoadOptions.CallsMax
            || options.Duration > LoadOptions.DurationMax)
        {
            await Console.Error.WriteLineAsync(
                $"More than {LoadOptions.CallsMax:N0} calls, or than {LoadOptions.DurationMax.TotalDays:0} days.");
            return ExitCodes.Usage;
        }

        Cheaply();
        var console = Screen.Open();
        var profile = options.Profile;
        var runner = new ProfileRunner(options, CommonOptions.Tokens("profile"), TimeProvider.System);
        console.WriteLine($"{profile.Name} on {string.Join(", ", options.Gateways)}: {profile.CallsPerSecond:0.####} calls/s "
            + $"for {options.Duration.TotalSeconds:0} s, seed {options.Seed}, {runner.FleetSize:N0} units, "
            + $"{profile.PositionsPerSecond:N0} positions/s, {profile.Consoles:N0} consoles");
        try
        {
            var result = await new LiveView(console).ShowAsync(progress => runner.RunAsync(progress, stop));
            ProfileReport.Print(console, result);
            if (json is not null)
                await JsonReport.WriteAsync(json, result);
            if (html is not null)
                await File.WriteAllTextAsync(html, HtmlReport.Text([result]), CancellationToken.None);
            return result.Good ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (
            e is StoryEndedException or HttpRequestException or OperationCanceledException or TimeoutException or IOException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
    }

    // What a socket has is read on the thread that hears of it, not handed to another: a third less processor time. Read once, with the
    // first socket.
    private static void Cheaply() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
}
