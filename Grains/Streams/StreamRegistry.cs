using System.Collections.Concurrent;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>The caches of all activations on this silo, so that the tail can hand each event to the activation of its stream.</summary>
internal sealed class StreamRegistry
{
    private readonly ConcurrentDictionary<StreamId, StreamCache> _caches = new();

    /// <summary>How many streams are active on this silo.</summary>
    public int Count => _caches.Count;

    /// <summary>Adds an activation's cache.</summary>
    public void Add(StreamCache cache) => _caches[cache.Stream] = cache;

    /// <summary>Removes it, unless another activation of the same stream has come in its place.</summary>
    public void Remove(StreamCache cache) => _caches.TryRemove(KeyValuePair.Create(cache.Stream, cache));

    /// <summary>Hands events to their streams.</summary>
    public void Observe(IReadOnlyList<JournalEvent> events)
    {
        foreach (var happened in events)
        {
            if (_caches.TryGetValue(happened.Stream, out var cache))
                cache.Observe(happened);
        }
    }

    /// <summary>Makes all of them forget: the history is another one.</summary>
    public void Forget()
    {
        foreach (var cache in _caches.Values)
            cache.Forget();
    }
}
