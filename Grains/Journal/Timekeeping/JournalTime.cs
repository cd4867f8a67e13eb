namespace Tocsin.Journal.Timekeeping;

/// <summary>
/// The journal's last time of recording, as far as this process knows. It never falls while the history is the same one, so that nothing
/// that happens "now" happens before what is recorded already, whatever this machine's clock shows. Thread-safe.
/// </summary>
public sealed class JournalTime
{
    // UTC ticks; 0: nothing is recorded yet, or it was not read.
    private long _last;
    private volatile bool _known;

    /// <summary>The last time of recording; null while the journal is empty, or was not read.</summary>
    public DateTimeOffset? Last => Volatile.Read(ref _last) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Reads it from the journal, where that was not done since the history began.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    public ValueTask LoadAsync(IJournal journal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return _known ? ValueTask.CompletedTask : ReadAsync(journal, cancellation);
    }

    /// <summary>Something was recorded at that time.</summary>
    public void See(DateTimeOffset recordedAt)
    {
        var seen = recordedAt.UtcTicks;
        for (var last = Volatile.Read(ref _last); last < seen;)
        {
            var was = Interlocked.CompareExchange(ref _last, seen, last);
            if (was == last)
                return;
            last = was;
        }
    }

    /// <summary>The history is another one: what was recorded in the old one counts no more.</summary>
    public void Forget()
    {
        _known = false;
        Volatile.Write(ref _last, 0);
    }

    /// <summary>That time, but never before the last time of recording.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset now) => Last is { } last && last > now ? last : now;

    private async ValueTask ReadAsync(IJournal journal, CancellationToken cancellation)
    {
        var (end, _) = await journal.ReadEndAsync(cancellation);
        if (end > JournalPosition.Start
            && await journal.ReadAsync(new JournalPosition(end.Value - 1), 1, cancellation) is [.., var last])
        {
            See(last.RecordedAt);
        }

        _known = true;
    }
}
