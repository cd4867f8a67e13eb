using System.Collections.Concurrent;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>The cells of all activations on this silo, so that the tail can hand each event to the activation of its stream.</summary>
internal sealed class StreamRegistry
{
    private readonly ConcurrentDictionary<StreamId, StreamCell> _cells = new();

    /// <summary>How many streams are active on this silo.</summary>
    public int Count => _cells.Count;

    /// <summary>Adds an activation's cell.</summary>
    public void Add(StreamCell cell) => _cells[cell.Stream] = cell;

    /// <summary>Removes it, unless another activation of the same stream has come in its place.</summary>
    public void Remove(StreamCell cell) => _cells.TryRemove(KeyValuePair.Create(cell.Stream, cell));

    /// <summary>Hands events to their streams.</summary>
    public void Observe(IReadOnlyList<JournalEvent> events)
    {
        foreach (var happened in events)
        {
            if (_cells.TryGetValue(happened.Stream, out var cell))
                cell.Observe(happened);
        }
    }

    /// <summary>Makes all of them forget: the history is another one.</summary>
    public void Forget()
    {
        foreach (var cell in _cells.Values)
            cell.Forget();
    }
}
