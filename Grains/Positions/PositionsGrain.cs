using Orleans.Concurrency;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.Positions;

/// <summary>One share of the newest positions, in memory: telemetry, which the next report brings again.</summary>
[Reentrant]
internal sealed class PositionsGrain(IJournal journal) : Grain, IPositionsGrain
{
    private readonly Dictionary<UnitId, PositionView> _newest = [];
    private readonly HashSet<UnitId> _registered = [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PositionRefusal>> Report(IReadOnlyList<PositionReport> reports)
    {
        await LearnAsync([.. reports.Where(r => EntityIdRule.IsValid(r.UnitId)).Select(r => UnitId.Of(r.UnitId)).Where(u => !_registered.Contains(u)).Distinct()]);
        List<PositionRefusal> refused = [];
        foreach (var report in reports)
        {
            if (!EntityIdRule.IsValid(report.UnitId) || !_registered.Contains(UnitId.Of(report.UnitId)))
            {
                refused.Add(new PositionRefusal(report.UnitId, "unknownReference"));
                continue;
            }

            var unit = UnitId.Of(report.UnitId);
            if (!_newest.TryGetValue(unit, out var known) || known.At < report.At)
                _newest[unit] = new PositionView(report.Lat, report.Lon, report.At);
        }

        return refused;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<UnitId, PositionView>> Find(IReadOnlyList<UnitId> units)
    {
        var found = new Dictionary<UnitId, PositionView>(units.Count);
        foreach (var unit in units)
        {
            if (_newest.TryGetValue(unit, out var position))
                found[unit] = position;
        }

        return Task.FromResult<IReadOnlyDictionary<UnitId, PositionView>>(found);
    }

    /// <summary>Units are never unregistered: one that is known stays known.</summary>
    private async Task LearnAsync(List<UnitId> unknown)
    {
        if (unknown.Count == 0)
            return;
        foreach (var row in await journal.ReadBoardAsync([.. unknown.Select(u => u.Stream)]))
            _registered.Add(UnitId.Of(row.Stream.Id));
    }
}
