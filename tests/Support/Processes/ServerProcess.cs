using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Support.Processes;

/// <summary>A silo or a gateway as a process of its own: started, killed, frozen and started again as a machine room would.</summary>
/// <param name="program">The assembly that is run, until <see cref="Program"/> names another.</param>
/// <param name="url">Where it is to answer.</param>
/// <param name="arguments">Its command line, until <see cref="Arguments"/> is another one.</param>
/// <param name="environment">What is added to its environment.</param>
/// <param name="launcher">What runs it, before <c>dotnet</c>: <c>ip netns exec NAME</c>; it must become the program, not its
/// parent.</param>
public sealed class ServerProcess(
    string program,
    Uri url,
    IReadOnlyList<string> arguments,
    IReadOnlyDictionary<string, string> environment,
    IReadOnlyList<string>? launcher = null) : IAsyncDisposable
{
    /// <summary>A server that a supervisor had to start so often while it was waited for does not get ready.</summary>
    private const int StartsMax = 10;

    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(2);
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;
    private int _starts;

    /// <summary>The assembly that runs from the next start on: another build's is an upgrade, or the way back.</summary>
    public string Program { get; set; } = program;

    /// <summary>Its command line from the next start on.</summary>
    public IReadOnlyList<string> Arguments { get; set; } = arguments;

    /// <summary>Where it answers.</summary>
    public Uri Url { get; } = url;

    /// <summary>What it wrote since it was first started.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The id of the process.</summary>
    public int Pid => _process!.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process!.HasExited;

    /// <summary>Whether somebody starts it again when it ends: a silo that was voted out while it joined ends itself, as it must.</summary>
    internal bool IsLookedAfter { get; set; }

    /// <summary>The embedded default on a folder, not started yet.</summary>
    /// <param name="dataDirectory">The folder.</param>
    /// <param name="more">What its command line has beside.</param>
    public static ServerProcess Embedded(string dataDirectory, params IEnumerable<string> more) => new(
        Checkout.Gateway,
        new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
        [
            "--Tocsin:DataDirectory", dataDirectory, "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Orleans", "Error",
            .. more,
        ],
        new Dictionary<string, string>());

    /// <summary>Starts it; it is not ready yet.</summary>
    public void Start()
    {
        string[] line = [.. launcher ?? [], "dotnet", Program, "--urls", Url.ToString(), .. Arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["Tocsin__DevKeyFile"] = DevSignIn.KeyFile;
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        Interlocked.Increment(ref _starts);
        _process.OutputDataReceived += (_, e) => _output.Enqueue(e.Data ?? "");
        _process.ErrorDataReceived += (_, e) => _output.Enqueue(e.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it says that it is ready; one that is looked after may end and be started again meanwhile.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { Timeout = OneTry };
        var starts = _starts;
        await Until.HoldsAsync(
            $"{Path.GetFileName(Program)} at {Url} is ready",
            async () =>
            {
                using var answer = await http.GetAsync(new Uri(Url, "/healthz/ready"));
                return answer.IsSuccessStatusCode;
            },
            () => Output,
            () => IsLookedAfter
                ? _starts - starts > StartsMax ? $"it ended {_starts - starts} times" : null
                : HasExited ? $"it ended with {_process!.ExitCode}" : null);
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: the host is frozen, its connections stay open.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>SIGTERM, and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await Until.EndedAsync(_process!, Path.GetFileName(Program));
        return _process!.ExitCode;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await Until.EndedAsync(_process!, Path.GetFileName(Program));
        return _process!.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, Pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
