using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The connections that read. A lookup takes about ten microseconds and runs on the caller's thread; with the write-ahead log no reader
/// waits for the writer. Lists and reports take longer, and run on the thread pool, a few at a time.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="damage">Is told when SQLite says that it is damaged.</param>
internal sealed class SqliteReaders(SqliteFile file, DamageLog damage) : IDisposable
{
    private readonly SemaphoreSlim _free = new(SqliteLimits.Readers);
    private readonly SemaphoreSlim _reports = new(SqliteLimits.Reports);
    private readonly ConcurrentStack<ReadSession> _idle = [];
    private volatile bool _disposed;

    /// <summary>Reads something short.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be read now.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<ReadSession, T> read, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return Read(read);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Reads something short, at once: for the start, when nobody else reads yet.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be read.</exception>
    public T ReadNow<T>(Func<ReadSession, T> read) => Read(read);

    /// <summary>Reads something long, away from the caller's thread.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be read now.</exception>
    public async ValueTask<T> ReportAsync<T>(Func<ReadSession, T> read, CancellationToken cancellation)
    {
        await _reports.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => ReadAsync(read, cancellation).AsTask(), cancellation);
        }
        finally
        {
            _reports.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var session))
            session.Dispose();
    }

    private T Read<T>(Func<ReadSession, T> read)
    {
        if (_disposed)
            throw new JournalUnavailableException("The journal is stopping.");
        ReadSession? session = null;
        try
        {
            if (!_idle.TryPop(out session))
                session = new ReadSession(file.OpenReader());
            var result = read(session);
            _idle.Push(session);
            session = null;
            return result;
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Of(e, damage);
        }
        finally
        {
            // A connection that failed is not used again, whatever state it is in.
            session?.Dispose();
            if (_disposed)
                Dispose();
        }
    }
}
