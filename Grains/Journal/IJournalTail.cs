namespace Tocsin.Journal;

/// <summary>This silo's one follower of the journal: every event, once, in order, whole appends at a time.</summary>
public interface IJournalTail
{
    /// <summary>The position of the last event that it handed on.</summary>
    JournalPosition Position { get; }

    /// <summary>Completes once it follows: from then on it hands on every event.</summary>
    Task Started { get; }

    /// <summary>
    /// Since when the tail has stood still although the journal has gone on; null while it follows. Up to 1 s late, as the journal's end is
    /// read once a second.
    /// </summary>
    DateTimeOffset? StalledSince { get; }

    /// <summary>
    /// Since when the tail has been waiting for an observer to return; null while it waits for none. Until then it hands on nothing.
    /// </summary>
    DateTimeOffset? HandingSince { get; }

    /// <summary>
    /// Hands every event after the present position to <paramref name="observer"/>, on the tail's own thread, which it must not block.
    /// </summary>
    /// <param name="observer">
    /// Takes a page of events, including those of unknown kinds. If it throws, that is counted, <paramref name="reload"/> is called, and
    /// the other observers are not affected.
    /// </param>
    /// <param name="reload">Is called after the observer threw: it may have missed events, so it must load its state again.</param>
    /// <returns>Ends the subscription when disposed of.</returns>
    IDisposable Subscribe(Action<IReadOnlyList<JournalEvent>> observer, Action reload);

    /// <summary>As <see cref="Subscribe"/>, with the board rows that the events led to.</summary>
    /// <param name="observer">Takes a page.</param>
    /// <param name="reload">Is called after the observer threw.</param>
    /// <returns>Ends the subscription when disposed of.</returns>
    IDisposable Follow(Action<JournalPage> observer, Action reload);

    /// <summary>
    /// Lets go of the newest events in memory: a text in them was erased. Whoever asks for one of them gets it from the journal.
    /// An observer calls it, on the tail's own thread.
    /// </summary>
    void ForgetEvents()
    {
    }

    /// <summary>Calls the observer when the history is another one: all memory of the old one must be dropped.</summary>
    /// <returns>Ends the subscription when disposed of.</returns>
    IDisposable OnEpochMoved(Action<Epoch> observer);

    /// <summary>
    /// The events after a position, from memory if they are still there, else from the journal. Waits up to <paramref name="wait"/> for the
    /// first.
    /// </summary>
    ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(
        JournalPosition after, int limit, TimeSpan wait, CancellationToken cancellation = default);
}
