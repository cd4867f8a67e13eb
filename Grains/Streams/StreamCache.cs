using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Streams;

/// <summary>
/// The memory that an activation has of its stream: the state as of a version, and the gate. The memory may be old, never wrong: a command
/// that was decided on an old state conflicts, and a refusal is checked by a read. Thread-safe, because the tail brings events from its own
/// thread.
/// </summary>
internal sealed class StreamCache(StreamId stream, StreamCatalogue kinds, IJournal journal, ISnapshots snapshots, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly CommandWindow _commands = new();
    private Task<IStreamState>? _loading;
    private IStreamState? _state;
    private Epoch _epoch;

    /// <summary>The stream.</summary>
    public StreamId Stream { get; } = stream;

    /// <summary>The state as far as it is remembered; null when it is not.</summary>
    public IStreamState? Known
    {
        get
        {
            lock (_lock)
                return _state;
        }
    }

    /// <summary>The gate.</summary>
    public StreamGate Gate { get; } = new(time);

    /// <summary>The state of that history, at that version or a newer one: from memory if it will do, else from the journal.</summary>
    public async ValueTask<IStreamState> StateAsync(int atLeast, Epoch epoch)
    {
        while (true)
        {
            if (Remembered(atLeast, epoch) is { } remembered)
                return remembered;
            Task<IStreamState>? others;
            lock (_lock)
                others = _loading;
            if (others is null)
                return await LoadOnceAsync(epoch);

            // Another caller loads already: its result may do for this one too.
            await others;
        }
    }

    /// <summary>Whether a command is known to have written here, among the last that did.</summary>
    public bool HasSeen(CommandId command)
    {
        lock (_lock)
            return _commands.Contains(command);
    }

    /// <summary>
    /// Takes over the state that a command led to, if it is newer than the known one. Unknown events in between cannot be: versions count
    /// them.
    /// </summary>
    public void Advance(CommandId command, IStreamState state, Epoch epoch)
    {
        lock (_lock)
        {
            if (_epoch == epoch && (_state is null || _state.Version < state.Version))
            {
                _state = state;
                _commands.Add(command);
            }
        }

        if (state.Version % snapshots.Interval == 0)
            snapshots.Offer(state);
    }

    /// <summary>Takes an event that the tail brought: applies it when it is the next one, and ends the gate of its command.</summary>
    public void Observe(JournalEvent happened)
    {
        lock (_lock)
        {
            // Its version, or the stream that it names, may be the damaged part: the next command loads anew, and says so.
            if (happened.IsDamaged)
                _state = null;
            else if (_state is { } state && happened.Version > state.Version)
            {
                _commands.Add(happened.CommandId);

                // A gap (the ring was overrun) makes the memory useless, not wrong: the next command loads anew. So does an event that
                // cannot be applied here: the next command then says so.
                _state = null;
                if (happened.Version == state.Version + 1)
                    _state = kinds.Apply(state, happened);
            }
        }

        Gate.Leave(happened.CommandId);
    }

    /// <summary>Forgets everything: the history is another one.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _state = null;
            _commands.Clear();
        }
    }

    private IStreamState? Remembered(int atLeast, Epoch epoch)
    {
        lock (_lock)
            return _epoch == epoch && _state is { } state && state.Version >= atLeast ? state : null;
    }

    private Task<IStreamState> LoadOnceAsync(Epoch epoch)
    {
        lock (_lock)
            return _loading ??= KeepAsync();

        async Task<IStreamState> KeepAsync()
        {
            await Task.Yield();
            try
            {
                var state = await LoadAsync(epoch);
                lock (_lock)
                {
                    // The tail may have brought more meanwhile.
                    if (_epoch != epoch || _state is null || _state.Version < state.Version)
                        (_epoch, _state) = (epoch, state);
                }

                return state;
            }
            finally
            {
                lock (_lock)
                    _loading = null;
            }
        }
    }

    private async Task<IStreamState> LoadAsync(Epoch epoch)
    {
        IStreamState? known;
        lock (_lock)
            known = _epoch == epoch ? _state : null;
        var state = known ?? await snapshots.FindAsync(Stream) ?? kinds.Initial(Stream);
        var folded = 0;
        while (true)
        {
            var page = await journal.ReadStreamAsync(Stream, state.Version, JournalLimits.EventsPerPage);
            foreach (var happened in page)
                state = kinds.Apply(state, happened);
            lock (_lock)
            {
                foreach (var happened in page.TakeLast(CommandWindow.Most))
                    _commands.Add(happened.CommandId);
            }

            folded += page.Count;
            if (page.Count == JournalLimits.EventsPerPage)
                continue;

            // A stream without a snapshot (a restore, other rules) has one from here on, and not only at its next interval.
            if (folded >= snapshots.Interval)
                snapshots.Offer(state);
            return state;
        }
    }
}
