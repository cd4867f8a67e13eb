using Tocsin.Identity;

namespace Tocsin.Tests.Seeding.Lives;

/// <summary>The units that are free, first come first sent, so that all have equally long histories.</summary>
internal sealed class UnitPool(IReadOnlyList<UnitId> all)
{
    private readonly Queue<UnitId> _free = new(all);

    /// <summary>The share of the units that incidents which stay open may hold.</summary>
    private const double HeldAtMost = 0.5;

    private int _held;

    /// <summary>Takes units for an incident that will end; null when too few are free now.</summary>
    public UnitId[]? Take(int count) => _free.Count < count ? null : [.. Enumerable.Range(0, count).Select(_ => _free.Dequeue())];

    /// <summary>Takes a unit for an incident that stays open; null when those hold enough already.</summary>
    public UnitId[]? Hold()
    {
        if (_held + 1 > all.Count * HeldAtMost || Take(1) is not { } one)
            return null;
        _held++;
        return one;
    }

    public void Return(IEnumerable<UnitId> units)
    {
        foreach (var unit in units)
            _free.Enqueue(unit);
    }
}
