using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Feed;

/// <summary>What a run of feed clients showed.</summary>
/// <param name="Clients">How many there were.</param>
/// <param name="Seconds">How long the load lasted.</param>
/// <param name="Events">What happened meanwhile.</param>
/// <param name="Told">How many events all clients were told.</param>
/// <param name="Missed">Of all clients.</param>
/// <param name="Repeated">Of all clients.</param>
/// <param name="OutOfOrder">Of all clients.</param>
/// <param name="Altered">Clients that were told something else than what happened.</param>
/// <param name="Inexact">Clients of which any of these is true.</param>
/// <param name="Resets">How often a client was told to take the board anew.</param>
/// <param name="Connections">How often a client hung on the feed.</param>
/// <param name="Ends">How connections ended before the end, and how often.</param>
/// <param name="Live">From commit to client.</param>
/// <param name="OverCuts">The same of what happened while the client had no connection.</param>
/// <param name="Cpu">
/// Processor time of the watched processes for each second of load, 1 is one processor; null: none was watched, or one of them ended.
/// </param>
/// <param name="ResidentBytes">Their memory at the end of the load; null likewise.</param>
/// <param name="OwnCpu">Processor time of the clients themselves for each second.</param>
/// <param name="Faults">What is wrong with the truth itself.</param>
/// <param name="P99LimitMs">Beyond it the run fails; null: not judged.</param>
public sealed record FeedRunResult(
    int Clients,
    double Seconds,
    int Events,
    long Told,
    long Missed,
    long Repeated,
    long OutOfOrder,
    int Altered,
    int Inexact,
    int Resets,
    int Connections,
    IReadOnlyDictionary<string, int> Ends,
    LatencyFigures Live,
    LatencyFigures OverCuts,
    double? Cpu,
    long? ResidentBytes,
    double OwnCpu,
    IReadOnlyList<string> Faults,
    double? P99LimitMs)
{
    /// <summary>Every way in which the run is not as it must be; none is the aim.</summary>
    public IReadOnlyList<string> Failures()
    {
        var failures = new List<string>(Faults.Take(20));
        if (Inexact > 0)
        {
            failures.Add($"{Inexact} of {Clients} clients did not see exactly what happened: {Missed} missed, "
                + $"{Repeated} repeated, {OutOfOrder} out of order, {Altered} clients told something else");
        }

        if (Resets > 0)
            failures.Add($"{Resets} times a client was told to take the board anew, though the history is the same");
        if (Events == 0)
            failures.Add("nothing happened: nothing is shown");
        if (P99LimitMs is { } limit && Live.P99 > limit)
            failures.Add($"from commit to client p99 is {Live.P99:0} ms, the limit is {limit:0} ms");
        return failures;
    }
}
