namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>Weights of stacks, added up by area and by method.</summary>
internal sealed class StackCounts
{
    private readonly List<(string[] Stack, double Weight)> _stacks = [];

    /// <summary>All of it.</summary>
    public double Total { get; private set; }

    /// <summary>The innermost area of the stack gets it, past the runtime's own methods: adds up to the total.</summary>
    public Dictionary<string, double> OwnByArea { get; } = [];

    /// <summary>Every area of the stack gets it: what is called on its behalf counts, too.</summary>
    public Dictionary<string, double> InclusiveByArea { get; } = [];

    /// <summary>The innermost method gets it.</summary>
    public Dictionary<string, double> OwnByMethod { get; } = [];

    /// <summary>Every method of the stack gets it, once.</summary>
    public Dictionary<string, double> InclusiveByMethod { get; } = [];

    public void Add(string[] stack, double weight)
    {
        Total += weight;
        if (stack.Length == 0)
            return;
        _stacks.Add((stack, weight));
        Add(OwnByMethod, stack[0], weight);
        foreach (var method in stack.Distinct())
            Add(InclusiveByMethod, method, weight);
        var areas = stack.Select(Area.Of).Where(a => a != Area.None).Distinct().ToList();
        Add(OwnByArea, areas.FirstOrDefault(Area.None), weight);
        foreach (var area in areas.DefaultIfEmpty(Area.None))
            Add(InclusiveByArea, area, weight);
    }

    /// <summary>From where a method is called: the chain of its nearest callers, by weight.</summary>
    /// <param name="name">A part of its name.</param>
    /// <param name="depth">How many callers are shown.</param>
    public Dictionary<string, double> Callers(string name, int depth)
    {
        var chains = new Dictionary<string, double>();
        foreach (var (stack, weight) in _stacks)
        {
            var at = Array.FindIndex(stack, m => m.Contains(name, StringComparison.Ordinal));
            if (at >= 0)
                Add(chains, string.Join(" < ", stack.Skip(at).Take(depth + 1)), weight);
        }

        return chains;
    }

    private static void Add(Dictionary<string, double> to, string key, double weight) => to[key] = to.GetValueOrDefault(key) + weight;
}
