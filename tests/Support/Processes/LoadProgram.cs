using System.Diagnostics;
using Tocsin.Tests.Support.Waiting;

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

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts it.</summary>
    public static LoadProgram Start(params IEnumerable<string> arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", [Checkout.Load, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TOCSIN_DEV_KEY_FILE"] = DevSignIn.KeyFile },
        })!);

    /// <summary>Ends its input, which one that goes on until then is waiting for, and waits for its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        _process.StandardInput.Close();
        await Until.EndedAsync(_process, "The load program");
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
