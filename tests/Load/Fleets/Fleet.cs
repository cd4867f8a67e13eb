namespace Tocsin.Tests.Load.Fleets;

/// <summary>The units of a load, and its own book of which are free: nobody else sends them, so none is refused.</summary>
public sealed class Fleet
{
    /// <summary>The most units of a fleet.</summary>
    public const int UnitsMax = 20_000;

    private readonly Lock gate = new();
    private readonly List<FleetUnit> free = [];
    private readonly Dictionary<string, FleetUnit> byId;
    private readonly Random random;

    /// <summary>A fleet of units that are all free.</summary>
    public Fleet(IReadOnlyList<FleetUnit> units, int seed)
    {
        ArgumentNullException.ThrowIfNull(units);
        Units = units;
        byId = units.ToDictionary(u => u.Id);
        random = new Random(seed);
        Return(units);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<FleetUnit> Units { get; }

    /// <summary>How many are free.</summary>
    public int Free
    {
        get
        {
            lock (gate)
                return free.Count;
        }
    }

    /// <summary>
    /// Takes <paramref name="count"/> free units, first of those <paramref name="offered"/>, then any; fewer when there are no more.
    /// </summary>
    public IReadOnlyList<FleetUnit> Take(int count, IReadOnlyList<string> offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        var taken = new List<FleetUnit>(count);
        lock (gate)
        {
            foreach (var id in offered)
            {
                if (taken.Count < count && byId.TryGetValue(id, out var unit) && unit.Slot >= 0)
                    taken.Add(Out(unit));
            }

            while (taken.Count < count && free.Count > 0)
                taken.Add(Out(free[random.Next(free.Count)]));
        }

        return taken;
    }

    /// <summary>Gives units back. Those of a story that broke off are not given back: they may be held.</summary>
    public void Return(IEnumerable<FleetUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        lock (gate)
        {
            foreach (var unit in units)
            {
                unit.Slot = free.Count;
                free.Add(unit);
            }
        }
    }

    private FleetUnit Out(FleetUnit unit)
    {
        var last = free[^1];
        free[unit.Slot] = last;
        last.Slot = unit.Slot;
        free.RemoveAt(free.Count - 1);
        unit.Slot = -1;
        return unit;
    }
}
