using System.Globalization;
using Spectre.Console;
using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Printing;

/// <summary>Says what a profile measured, and the verdict.</summary>
public static class ProfileReport
{
    /// <summary>Prints it.</summary>
    public static void Print(IAnsiConsole console, ProfileResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        var table = new Table().AddColumns("command", "count", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms");
        foreach (var l in result.Book.Latencies())
            table.AddRow(l.Name, N(l.Count), Ms(l.P50), Ms(l.P90), Ms(l.P99), Ms(l.P999), Ms(l.Max));
        console.Write(table);
        console.WriteLine("Latencies from the moment at which a command was meant to be sent.");
        if (result.Book.Errors().Count > 0)
        {
            var errors = new Table().AddColumns("command", "code", "count");
            foreach (var (name, code, count) in result.Book.Errors())
                errors.AddRow(name, code, N(count));
            console.Write(errors);
        }

        var seconds = Math.Max(result.Duration.TotalSeconds, 0.001);
        console.WriteLine($"{N(result.Arrivals)} calls in {result.Duration.TotalSeconds:0.0} s ({result.Arrivals / seconds:0.0}/s), {N(result.Incidents)} incidents, {N(result.Book.Done)} commands done ({result.Book.Done / seconds:0}/s), {N(result.Book.Failed)} failed, {N(result.BrokenOff)} stories broken off; own lateness p99 {result.LagP99Milliseconds:0.0} ms.");
        var failures = result.Failures();
        foreach (var failure in failures)
            console.WriteLine(failure);
        console.WriteLine(result.Interrupted ? "Interrupted: no verdict." : failures.Count == 0 ? $"{result.Profile.Name}: within limits." : $"{result.Profile.Name}: NOT within limits.");
    }

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(double ms) => ms.ToString("#,0.0", CultureInfo.InvariantCulture);
}
