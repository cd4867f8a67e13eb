namespace Tocsin.Tests.Simulation;

/// <summary>
/// One thread, one clock, one source of chance: whatever is ready runs in an order that the seed says, and time goes on only when nothing
/// is ready. All code that awaits (also the product's own) continues here, through <see cref="SiloContext"/>.
/// </summary>
internal sealed class Scheduler(int seed)
{
    private readonly List<(SiloContext Where, Action What)> _ready = [];
    private readonly PriorityQueue<(SiloContext Where, Action What), (long At, long Order)> _later = new();
    private long _order;

    public Random Random { get; } = new(seed);

    /// <summary>The true time.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>How many steps were run.</summary>
    public long Steps { get; private set; }

    public void Post(SiloContext where, Action what) => _ready.Add((where, what));

    public void At(DateTimeOffset at, SiloContext where, Action what) => _later.Enqueue((where, what), (at.UtcTicks, _order++));

    public void After(TimeSpan delay, SiloContext where, Action what) => At(Now + delay, where, what);

    public bool Chance(double probability) => Random.NextDouble() < probability;

    public TimeSpan Milliseconds(int from, int to) => TimeSpan.FromMilliseconds(Random.Next(from, to));

    /// <summary>Runs steps until the condition holds or that time has come.</summary>
    public void Run(Func<bool> done, DateTimeOffset until, Action? eachStep = null)
    {
        while (!done())
        {
            if (_ready.Count > 0)
            {
                // Any of them may come first: turns of different grains interleave as they like.
                var pick = Random.Next(_ready.Count);
                var (where, what) = _ready[pick];
                _ready[pick] = _ready[^1];
                _ready.RemoveAt(_ready.Count - 1);
                Step(where, what);
                eachStep?.Invoke();
                continue;
            }

            if (!_later.TryPeek(out _, out var first) || first.At > until.UtcTicks)
            {
                Now = until > Now ? until : Now;
                return;
            }

            var next = _later.Dequeue();
            if (first.At > Now.UtcTicks)
                Now = new DateTimeOffset(first.At, TimeSpan.Zero);
            _ready.Add(next);
        }
    }

    private void Step(SiloContext where, Action what)
    {
        if (!where.Alive)
            return;
        Steps++;
        SynchronizationContext.SetSynchronizationContext(where);
        try
        {
            what();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}
