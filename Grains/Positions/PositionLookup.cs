using Microsoft.Extensions.Logging;
using Tocsin.Identity;
using Tocsin.Units;

namespace Tocsin.Positions;

/// <summary>Finds the newest positions over the grains that share them. A position is a courtesy: where it cannot be had in time, there is none.</summary>
internal sealed partial class PositionLookup(IGrainFactory grains, TimeProvider time, ILogger<PositionLookup> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>The shard that a unit belongs to.</summary>
    public static long ShardOf(UnitId unit) => unit.Stream.Bucket % IPositionsGrain.Shards;

    /// <summary>The newest known positions of these units.</summary>
    public async Task<Dictionary<UnitId, PositionView>> FindAsync(IReadOnlyCollection<UnitId> units)
    {
        var answers = units.GroupBy(ShardOf).Select(shard => grains.GetGrain<IPositionsGrain>(shard.Key).Find([.. shard])).ToList();
        var found = new Dictionary<UnitId, PositionView>(units.Count);
        foreach (var answer in answers)
        {
            try
            {
                foreach (var (unit, position) in await answer.WaitAsync(Patience, time))
                    found[unit] = position;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                LogMissing(exception);
            }
        }

        return found;
    }

    [LoggerMessage(2201, LogLevel.Warning, "Some positions could not be had; the answer goes without them")]
    private partial void LogMissing(Exception exception);
}
