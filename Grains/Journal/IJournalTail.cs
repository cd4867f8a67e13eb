namespace Tocsin.Journal;

/// <summary>This silo's one follower of the journal: every event, once, in order, whole appends at a time.</summary>
public interface IJournalTail
{
    /// <summary>How far it has come.</summary>
    JournalPosition Position { get; }

    /// <summary>Completes once it follows: from then on it tells everything that comes.</summary>
    Task Started { get; }

    /// <summary>Hands every event after the present position to <paramref name="observer"/>, on the tail's own thread: it must not block.</summary>
    /// <returns>Stops it when disposed of.</returns>
    IDisposable Subscribe(Action<IReadOnlyList<JournalEvent>> observer);

    /// <summary>As <see cref="Subscribe"/>, with the board rows that the events led to.</summary>
    /// <returns>Stops it when disposed of.</returns>
    IDisposable Follow(Action<JournalPage> observer);

    /// <summary>Says that the history is another one: whoever remembers anything of the old one forgets it.</summary>
    /// <returns>Stops it when disposed of.</returns>
    IDisposable OnEpochMoved(Action<Epoch> observer);

    /// <summary>The events after a position: from the ring, or, where it no longer reaches, from the journal; waits up to <paramref name="wait"/> for one.</summary>
    ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(JournalPosition after, int limit, TimeSpan wait, CancellationToken cancellation = default);
}
