using System.Diagnostics;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>The program of tests/Crash on a folder, and what it has said so far.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CrashProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Errors += e.Data;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Errors { get; private set; } = "";

    public int ExitCode => _process.ExitCode;

    public int Id => _process.Id;

    /// <summary>Completes once the process has the journal open, or has ended.</summary>
    public Task Opened => _open.Task;

    /// <summary>What it said; whole lines only.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>Starts it, under another program if one is given.</summary>
    public static CrashProcess Start(string folder, int writers, int? appends = null, params string[] under)
    {
        string[] command = [.. under, "dotnet", Path.Combine(AppContext.BaseDirectory, "Tocsin.Tests.Crash.dll"), folder, $"{writers}"];
        if (appends is not null)
            command = [.. command, $"{appends}"];
        return new CrashProcess(
            Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    /// <summary>Waits until it has said so many lines.</summary>
    public async Task HeardAsync(int lines)
    {
        for (var started = Stopwatch.GetTimestamp(); Lines.Count < lines; await Task.Delay(2, TestContext.Current.CancellationToken))
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), $"it said only {Lines.Count} lines: {Errors}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Waits for its end, and for all that it said.</summary>
    public Task EndAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null || line.StartsWith("open", StringComparison.Ordinal))
            _open.TrySetResult();
        if (line is not null)
        {
            lock (_lines)
                _lines.Add(line);
        }
    }
}
