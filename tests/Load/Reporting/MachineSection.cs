using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>
/// What it cost: processor and memory of this program and of each watched process, and how well this program kept its own schedule.
/// </summary>
public static class MachineSection
{
    /// <summary>The section.</summary>
    public static Html Show(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (own, names) = (result.Own, result.Processes.Select(p => p.Pid == 0 ? "this program" : $"{p.Name} ({p.Pid})").ToList());
        var cpu = names.Select((n, i) => Times.Of(n, i % 8, result.Samples.Where(s => s.Cpu.Count > i), s => s.Cpu[i])).ToArray();
        var memory = names
            .Select((n, i) => Times.Of(n, i % 8, result.Samples.Where(s => s.Resident.Count > i), s => s.Resident[i] / 1048576.0))
            .ToArray();
        Html Of(string title, string note, string unit, Series[] series) => series.All(s => s.Points.Count == 0) ? Html.None
            : new Chart(title, note, Times.Axis(result), Axis.Linear(unit, series.SelectMany(s => s.Points).Max(p => p.Y)), series).Show();
        return Html.Of($"""
            <section><h2>Processor and memory</h2>
            {Tables.Rows(
                ["process", "processors", "memory in the end", ""],
                result.Processes.Zip(names, (p, n) => (IReadOnlyList<string>)
                [
                    n, Figure.Cpu(p.Cpu), Figure.MiB(p.ResidentBytes), p.Stayed ? "stayed" : "did not stay",
                ]))}
            {Of("Processor", "Processors in use; 1 is a whole one.", "processors", cpu)}{Of("Memory", "Resident memory.", "MiB", memory)}
            {Of(
                "Own lateness",
                "The latest that this program sent something in each step: above some milliseconds, "
                    + "it measures itself or a machine without a free processor.",
                "ms",
                [Times.Of("latest", 2, result.Samples, s => s.OwnLag)])}
            {Tables.Facts(
            [
                ("own lateness p50, p99, longest", $"{Figure.Ms(own.Lag.P50)}, {Figure.Ms(own.Lag.P99)}, {Figure.Ms(own.Lag.Max)} ms"),
                (
                    "this program, each request (consoles and positions included)",
                    FormattableString.Invariant(
                        $"{own.CpuMicrosPerRequest:#,0} us of processor, {own.AllocatedBytesPerRequest / 1024:0.0} KiB allocated")),
                ("not begun: calls, batches", $"{Figure.N(own.NotBegun)}, {Figure.N(own.BatchesNotBegun)}"),
            ])}</section>
            """);
    }
}
