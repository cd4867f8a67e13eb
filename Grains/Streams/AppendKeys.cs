using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;

namespace Tocsin.Streams;

/// <summary>
/// The keys that one append writes with: those of the streams whose events have erasable members. A stream that has none yet gets one, in
/// the same append; an erasure replaces it, in the same append too. So whatever is in the journal can be read with the keys that are there.
/// </summary>
internal sealed class AppendKeys
{
    private readonly Dictionary<StreamId, StreamKey> _keys = [];
    private readonly List<PersonalEntry> _written = [];

    private AppendKeys()
    {
    }

    /// <summary>No keys: everything is written as it is.</summary>
    public static AppendKeys None { get; } = new();

    /// <summary>The keys to write, among the personal data.</summary>
    public IReadOnlyList<PersonalEntry> Written => _written;

    /// <summary>Whether something is erased.</summary>
    public bool Erases { get; private set; }

    /// <summary>Finds the keys of an append.</summary>
    /// <param name="host">The silo.</param>
    /// <param name="own">The stream that the command is sent to.</param>
    /// <param name="states">The states that it was decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="keyed">Whether a digest of the request is kept.</param>
    /// <returns>Null: a stream has been erased from since its state was known, so the command must be decided again.</returns>
    public static async ValueTask<AppendKeys?> FindAsync(StreamHost host, StreamId own, StateSet states, Decision decision, bool keyed)
    {
        // An erasure destroys keys, whatever is configured.
        if (!await host.MayEncipherAsync() && !decision.Events.Any(e => e.Event is IErasingEvent))
            return None;
        var keys = new AppendKeys();
        foreach (var stream in decision.Events.Select(e => e.Stream).Distinct())
        {
            if (host.Kinds.Of(stream).Events.Erasable.Count == 0)
                continue;
            var state = states.All[stream];
            if (await host.KeyAsync(stream, state) is not { } key)
            {
                key = StreamKey.New(state.Erasures);
                keys.Write(stream, key);
            }
            else if (key.Generation != state.Erasures)
            {
                return null;
            }

            keys._keys[stream] = key;
        }

        foreach (var decided in decision.Events)
        {
            if (decided.Event is IErasingEvent erasing && keys._keys.TryGetValue(decided.Stream, out var key))
            {
                keys.Write(decided.Stream, keys._keys[decided.Stream] = key.Without([.. erasing.Fields]));
                keys.Erases = true;
            }
        }

        // The digest of a request that changes nothing goes with the thing's texts, too.
        if (keyed
            && !keys._keys.ContainsKey(own)
            && host.Kinds.Of(own).Events.Erasable.Count > 0
            && await host.KeyAsync(own, states.All[own]) is { } known)
        {
            keys._keys[own] = known;
        }

        return keys;
    }

    /// <summary>The event as it is written.</summary>
    public PendingEvent Pending(StreamHost host, DecidedEvent decided)
    {
        var kind = EventCodec.Kind(decided.Event);
        var data = EventCodec.Encode(decided.Event);
        if (!_keys.TryGetValue(decided.Stream, out var key)
            || !host.Kinds.Of(decided.Stream).Events.Erasable.TryGetValue(kind, out var members))
        {
            return new PendingEvent(decided.Stream, kind, decided.OccurredAt, data);
        }

        var stored = Ciphers.Encipher(data, members, decided.Stream, key);
        return new PendingEvent(decided.Stream, kind, decided.OccurredAt, stored) { Plain = ReferenceEquals(stored, data) ? null : data };
    }

    /// <summary>The digest of the request that is kept with a key.</summary>
    /// <param name="own">The stream that the command is sent to.</param>
    /// <param name="digest">The digest under the deployment's key.</param>
    public byte[] DigestOf(StreamId own, byte[] digest) => _keys.TryGetValue(own, out var key) ? key.DigestOf(digest) : digest;

    /// <summary>It was written: the new keys are in force.</summary>
    public void Committed(StreamKeys known)
    {
        if (_written.Count == 0)
            return;
        foreach (var (stream, key) in _keys)
        {
            known.Forget(stream);
            known.Keep(stream, key);
        }
    }

    private void Write(StreamId stream, StreamKey key)
    {
        _written.RemoveAll(e => e.Stream == StreamKey.RowOf(stream));
        _written.Add(new PersonalEntry(StreamKey.RowOf(stream), key.Text));
    }
}
