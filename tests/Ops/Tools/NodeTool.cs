using System.Diagnostics;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Ops.Tools;

/// <summary>A script of this folder, run by Node.</summary>
internal static class NodeTool
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string script, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests/Ops/Tools", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Until.Cap);
        return (process.ExitCode, (await output + await error).TrimEnd());
    }
}
