using System.Collections.Concurrent;
using System.Diagnostics;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Support.Processes;

/// <summary>A program of the system that serves something until it is stopped: Prometheus, an exporter.</summary>
public sealed class BackgroundProgram : IAsyncDisposable
{
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(2);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private BackgroundProgram(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, e) => _output.Enqueue(e.Data ?? "");
        _process.ErrorDataReceived += (_, e) => _output.Enqueue(e.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts it, and waits until an address of it answers.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="ready">What answers 200 when it is ready.</param>
    /// <param name="environment">What is added to its environment.</param>
    public static async Task<BackgroundProgram> StartAsync(
        string program, IEnumerable<string> arguments, Uri ready, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        var running = new BackgroundProgram(Process.Start(start)!);
        using var http = new HttpClient { Timeout = OneTry };
        try
        {
            await Until.HoldsAsync(
                $"{program} is ready",
                async () =>
                {
                    using var answer = await http.GetAsync(ready);
                    return answer.IsSuccessStatusCode;
                },
                () => running.Output,
                () => running._process.HasExited ? $"it ended with {running._process.ExitCode}" : null);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }
}
