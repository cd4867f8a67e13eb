using System.Diagnostics;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Support.Processes;

/// <summary>A program that does one thing and ends: a command of the silo's, a script.</summary>
public sealed class ToolRun : IAsyncDisposable
{
    private readonly string _name;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ToolRun(string name, Process process)
    {
        _name = name;
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a program.</summary>
    public static ToolRun Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new ToolRun(string.Join(' ', arguments.Prepend(program)), Process.Start(start)!);
    }

    /// <summary>Starts a command of the silo's: <c>dotnet run --project Silo -- ARGUMENTS</c>, without the building.</summary>
    public static ToolRun Silo(params IEnumerable<string> arguments) => Start("dotnet", [Checkout.Silo, .. arguments]);

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code, and what it wrote: output first, then errors.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        await Until.EndedAsync(_process, _name);
        return (_process.ExitCode, await _output + await _errors);
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
