using System.Text.Json;
using Tocsin.Tests.Load.Replay;

namespace Tocsin.Tests.Load.Year.Checking;

/// <summary>
/// Whether a year that is over alarmed nobody: no clock of it stands among what is late, and no trail tells of one that fired.
/// </summary>
/// <param name="reader">Reads.</param>
public sealed class SilenceCheck(YearReader reader)
{
    /// <summary>How many trails are read.</summary>
    public const int TrailsMax = 400;

    private const int AtOnce = 8;

    private static readonly string[] Alarms = ["ClockWarning", "ClockOverdue", "ClockEscalated"];

    /// <summary>What alarmed somebody; none is right.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(
        IReadOnlyCollection<string> incidents, IReplayProgress progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(progress);
        var alarms = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var ours = incidents.ToHashSet();
        await reader.ListAsync("/overdue", item => Late(item, ours, alarms.Enqueue), stop);
        var step = Math.Max(1, incidents.Count / TrailsMax);
        List<string> sample = [.. incidents.Where((_, i) => i % step == 0).Take(TrailsMax)];
        progress.Begin("reading trails", sample.Count);
        await Parallel.ForEachAsync(
            sample,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (id, ct) =>
            {
                await reader.ListAsync($"/incidents/{id}/trail", e => Event(id, e, alarms.Enqueue), ct);
                progress.One(true);
            });
        return [.. alarms];
    }

    // An incident that was reported and is not closed yet, or that nobody is on, stands there without a clock: that is a list to look into,
    // and no alarm.
    private static void Late(JsonElement item, HashSet<string> ours, Action<string> tell)
    {
        if (item.GetProperty("kind").GetString() == "overdue" && item.GetProperty("incidentId").GetString() is { } id && ours.Contains(id))
            tell($"incident/{id} is among the overdue: {item.GetProperty("stage")}");
    }

    private static void Event(string id, JsonElement e, Action<string> tell)
    {
        if (e.GetProperty("kind").GetString() is { } kind && Alarms.Contains(kind))
            tell($"incident/{id}: {kind} {e.GetProperty("data").GetProperty("stage")}");
    }
}
