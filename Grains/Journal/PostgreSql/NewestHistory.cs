namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// The newest history that this process has met. A server that shows an earlier one is a former primary that does not know it yet (it was
/// frozen, or cut off): it is neither read nor written.
/// </summary>
internal sealed class NewestHistory
{
    private readonly Lock _lock = new();
    private Epoch _newest;

    /// <summary>Raised when it is another one: connections that were opened before may lead to a former primary.</summary>
    public event Action? Moved;

    /// <summary>Notes what a new connection shows.</summary>
    /// <exception cref="JournalUnavailableException">It is an earlier history.</exception>
    public void See(Epoch epoch)
    {
        bool moved;
        lock (_lock)
        {
            if (epoch.Precedes(_newest))
                throw new JournalUnavailableException("The server is a former primary: it shows an earlier history.");
            moved = _newest != default && _newest != epoch;
            _newest = epoch;
        }

        if (moved)
            Moved?.Invoke();
    }
}
