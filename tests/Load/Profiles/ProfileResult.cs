using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>What a run of a profile measured.</summary>
/// <param name="Profile">The profile as it was run.</param>
/// <param name="Duration">How long calls arrived.</param>
/// <param name="Arrivals">Calls that were begun.</param>
/// <param name="Incidents">Calls that were to become incidents.</param>
/// <param name="NotBegun">Calls that were not begun since too many were under way.</param>
/// <param name="WithoutUnit">Incidents for which the pool had no unit: they were left as calls.</param>
/// <param name="BrokenOff">Stories that ended early since a command failed.</param>
/// <param name="Unfinished">Stories still under way when time was up.</param>
/// <param name="LagP99Milliseconds">How late this program itself began calls, 99th percentile.</param>
/// <param name="Book">Latencies and errors.</param>
/// <param name="Interrupted">Whether somebody ended it early.</param>
public sealed record ProfileResult(LoadProfile Profile, TimeSpan Duration, int Arrivals, int Incidents, int NotBegun, int WithoutUnit, int BrokenOff, int Unfinished, double LagP99Milliseconds, LatencyBook Book, bool Interrupted)
{
    /// <summary>Every way in which the run is not within its limits; none is the aim.</summary>
    public IReadOnlyList<string> Failures()
    {
        var limits = Profile.Limits;
        var failures = new List<string>();
        foreach (var slow in Book.Latencies().Where(l => l.P99 > limits.P99Milliseconds))
            failures.Add($"{slow.Name}: p99 is {slow.P99:0} ms, the limit is {limits.P99Milliseconds:0} ms");
        var sent = Book.Done + Book.Failed;
        if (sent == 0)
            failures.Add("no command was answered");
        else if ((double)Book.Failed / sent > limits.ErrorShare)
            failures.Add($"{Book.Failed} of {sent} commands failed, the limit is {limits.ErrorShare:P2}");
        if (LagP99Milliseconds > limits.ScheduleLagMilliseconds)
            failures.Add($"this program began calls {LagP99Milliseconds:0} ms late (p99), more than {limits.ScheduleLagMilliseconds:0} ms: the schedule was not kept, the figures say little");
        if (NotBegun > 0)
            failures.Add($"{NotBegun} calls were not begun: too many under way");
        if (WithoutUnit > 0)
            failures.Add($"{WithoutUnit} incidents found no free unit in the pool");
        if (Unfinished > 0)
            failures.Add($"{Unfinished} stories were not finished in time");
        return failures;
    }
}
