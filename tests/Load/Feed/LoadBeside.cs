using System.Diagnostics;
using System.Globalization;

namespace Tocsin.Tests.Load.Feed;

/// <summary>
/// The load as a process of its own: its collections and its queue of work are not the clients', so what the clients measure is the feed
/// and not this program.
/// </summary>
public sealed class LoadBeside : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;

    private LoadBeside(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts it.</summary>
    public static LoadBeside Start(FeedRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // While servers are killed a command is repeated: what is judged is the feed, and it wants something to tell.
        var patience = options.Killed.Count > 0 ? 30 : 0;
        string[] line =
        [
            typeof(LoadProgram).Assembly.Location, "profile", options.Profile!.Name,
            "--rate", options.Profile.CallsPerSecond.ToString(CultureInfo.InvariantCulture),
            "--seconds", $"{options.Duration.TotalSeconds:0}", "--seed", $"{options.Seed}", "--url", options.CommandUrl.ToString(),
            "--patience", $"{patience}", "--consoles", "0", "--positions", "0", "--burst", "1", "--allow-remote",
        ];
        return new LoadBeside(Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true })!);
    }

    /// <summary>SIGTERM: no more calls, and those under way are hurried to their end.</summary>
    public async Task HurryAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended, and answers what it wrote.</summary>
    public async Task<string> EndAsync(CancellationToken stop)
    {
        await process.WaitForExitAsync(stop);
        return await output;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
