using System.Diagnostics;

namespace Tocsin.Tests.Support.Processes;

/// <summary>The load program, run beside whatever is being broken.</summary>
public sealed class LoadProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private LoadProgram(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it.</summary>
    public static LoadProgram Start(params IEnumerable<string> arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", [Checkout.Load, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!);

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync(TimeSpan limit)
    {
        await _process.WaitForExitAsync().WaitAsync(limit);
        return (_process.ExitCode, await _output + await _errors);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
