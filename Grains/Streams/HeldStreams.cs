using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>
/// The gates that one try of a command holds, and the states behind them. Gates are taken in one order everywhere, that of <see
/// cref="StreamId"/>, so that no two commands wait for each other.
/// </summary>
internal sealed class HeldStreams(StreamHost host, StreamCache own, CommandId command, Epoch epoch)
{
    /// <summary>A command that finds new streams this often behind each other is not settling down.</summary>
    private const int MaxRounds = 8;

    /// <summary>How long a command may wait for all of its gates: 2 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<StreamId> _held = [];

    /// <summary>The states of the streams that are held.</summary>
    public StateSet States { get; private set; } = StateSet.Empty;

    /// <summary>Takes the gates of all streams that the command names, and of those that it names once it has seen their states.</summary>
    /// <returns>Whether all were taken in time.</returns>
    public async Task<bool> TakeAsync(CommandPlan plan, IReadOnlyDictionary<StreamId, int> atLeast)
    {
        var started = host.Time.GetTimestamp();
        var needed = new SortedSet<StreamId>(plan.Streams(StateSet.Empty)) { own.Stream };
        for (var round = 0; round < MaxRounds; round++)
        {
            foreach (var stream in needed)
            {
                if (States.Knows(stream))
                    continue;
                if (!await TakeOneAsync(stream, Patience - host.Time.GetElapsedTime(started), atLeast.GetValueOrDefault(stream)))
                    return false;
            }

            var more = plan.Streams(States).Where(s => !States.Knows(s)).ToList();
            if (more.Count == 0)
                return true;
            needed.UnionWith(more);

            // A gate before one that is held would break the order: let all go, and take them again in order.
            if (more.Min() < _held.Max())
                Release(null);
        }

        return false;
    }

    /// <summary>Lets all gates go, and tells each stream what the command came to (null: nothing).</summary>
    public void Release(StateSet? after)
    {
        foreach (var stream in _held)
        {
            var state = after?.All[stream];
            if (stream == own.Stream)
            {
                if (state is not null)
                    own.Advance(command, state, epoch);
                own.Gate.Leave(command);
            }
            else
            {
                // One-way: a stream that is dead or slow delays nobody, and learns it from the tail.
                host.Grain(stream).Release(command, state, epoch).Ignore();
            }
        }

        _held.Clear();
        States = StateSet.Empty;
    }

    private async Task<bool> TakeOneAsync(StreamId stream, TimeSpan wait, int atLeast)
    {
        if (stream == own.Stream)
        {
            if (!await own.Gate.EnterAsync(command, wait))
                return false;
            _held.Add(stream);
            States = States.With(await own.StateAsync(atLeast, epoch));
            return true;
        }

        if (wait <= TimeSpan.Zero)
            return false;

        // Held from the moment of asking: an answer that is lost must not leave the gate to its lapse.
        _held.Add(stream);
        var prepared = await host.Grain(stream).Prepare(command, wait, atLeast, epoch);
        if (!prepared.Entered)
            return false;
        States = States.With(prepared.State!);
        return true;
    }
}
