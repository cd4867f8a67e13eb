using System.Collections.Concurrent;
using Tocsin.Identity;

namespace Tocsin.Journal.Erasing;

/// <summary>
/// The keys of streams that this process has used last. A key that an erasure has replaced is forgotten when the tail brings the erasure;
/// until then it may still be read with here, never written with: its generation is compared with the stream's state.
/// </summary>
internal sealed class StreamKeys
{
    /// <summary>How many are kept; with one more all are let go, and read again as they are needed: some 15 MB.</summary>
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<StreamId, StreamKey> _keys = new();
    private int _forgotten;

    /// <summary>The key of a stream, if it is remembered.</summary>
    public StreamKey? Find(StreamId stream) => _keys.GetValueOrDefault(stream);

    /// <summary>Remembers the key of a stream, as it stands in the journal.</summary>
    public void Keep(StreamId stream, StreamKey key)
    {
        if (_keys.Count >= Most)
            _keys.Clear();
        _keys[stream] = key;
    }

    /// <summary>Forgets the key of a stream, of which something was erased.</summary>
    public void Forget(StreamId stream)
    {
        lock (_lock)
        {
            _forgotten++;
            _keys.TryRemove(stream, out _);
        }
    }

    /// <summary>Forgets all keys.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _forgotten++;
            _keys.Clear();
        }
    }

    /// <summary>The keys of some streams, from memory or from the journal; a stream that has none is left out.</summary>
    /// <param name="journal">Where they are read.</param>
    /// <param name="streams">The streams, each once.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<IReadOnlyDictionary<StreamId, StreamKey>> LoadAsync(
        IJournal journal, IReadOnlyCollection<StreamId> streams, CancellationToken cancellation = default)
    {
        var found = new Dictionary<StreamId, StreamKey>(streams.Count);
        List<StreamId>? missing = null;
        foreach (var stream in streams)
        {
            if (_keys.TryGetValue(stream, out var known))
                found.Add(stream, known);
            else
                (missing ??= []).Add(stream);
        }

        if (missing is null)
            return found;
        var forgotten = Volatile.Read(ref _forgotten);
        var stored = await journal.ReadPersonalAsync([.. missing.Select(StreamKey.RowOf)], cancellation);
        foreach (var stream in missing)
        {
            if (!stored.TryGetValue(StreamKey.RowOf(stream), out var text))
                continue;
            var key = StreamKey.Parse(text);
            found.Add(stream, key);

            // What was erased while this read may have been read before: it must not be remembered.
            lock (_lock)
            {
                if (forgotten == _forgotten)
                    Keep(stream, key);
            }
        }

        return found;
    }
}
