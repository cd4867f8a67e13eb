using Tocsin.Identity;
using Tocsin.Units;

namespace Tocsin.Positions;

/// <summary>The newest positions of a share of the units (by <see cref="StreamId.Bucket"/> modulo <see cref="Shards"/>): telemetry, in memory only.</summary>
[Alias("tocsin.IPositionsGrain")]
public interface IPositionsGrain : IGrainWithIntegerKey
{
    /// <summary>Over how many grains the units are spread.</summary>
    const int Shards = 16;

    /// <summary>Takes a batch; the newest <c>at</c> wins.</summary>
    /// <returns>Those that were not taken: <c>unknownReference</c> for a unit that is not registered.</returns>
    [Alias("Report")]
    Task<IReadOnlyList<PositionRefusal>> Report(IReadOnlyList<PositionReport> reports);

    /// <summary>The newest known positions of these units, as far as there are any.</summary>
    [Alias("Find")]
    Task<IReadOnlyDictionary<UnitId, PositionView>> Find(IReadOnlyList<UnitId> units);
}
