using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Commits batches to <c>journal.db</c>: each is one <c>BEGIN IMMEDIATE</c> transaction on one thread's connection, and is on the disk
/// before it is answered. After an error of the file the connection is opened again, so that it recovers as soon as the disk does.
/// </summary>
public sealed partial class SqliteBatchStore : IBatchStore
{
    private readonly Func<SqliteConnection> _open;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteBatchStore> _logger;
    private readonly DamageLog _damage;
    private readonly WriterThread _thread = new("journal.db");

    /// <summary>Only the thread touches it.</summary>
    private WriteSession? _session;
    private bool _disposed;
    private DateTimeOffset _tidyNotBefore;
    private volatile bool _tidiesLater;

    /// <summary>Opens the database, which has its schema.</summary>
    /// <param name="path">Where <c>journal.db</c> is.</param>
    /// <param name="time">The clock of <c>recordedAt</c>.</param>
    /// <param name="logger">Where errors of the file are told.</param>
    /// <param name="damage">Is told when SQLite says that it is damaged.</param>
    /// <exception cref="MisconfigurationException">It would not be durable.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be opened.</exception>
    /// <exception cref="DamagedException">SQLite says that it is damaged.</exception>
    internal SqliteBatchStore(string path, TimeProvider time, ILogger<SqliteBatchStore> logger, DamageLog damage)
        : this(new SqliteFile(path).OpenWriter, time, logger, damage)
    {
    }

    internal SqliteBatchStore(Func<SqliteConnection> open, TimeProvider time, ILogger<SqliteBatchStore> logger, DamageLog damage)
    {
        _open = open;
        _time = time;
        _logger = logger;
        _damage = damage;
        try
        {
            _thread.RunAsync(() => Use(_ => true, SqliteLimits.RewriteAtStartPagesMax)).GetAwaiter().GetResult();
        }
        catch
        {
            _thread.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AppendResult>> CommitAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation)
    {
        foreach (var append in batch)
            SqliteText.Require(append);
        try
        {
            return await RunAsync(session => session.Commit(batch, _time.GetUtcNow()), cancellation);
        }
        catch (DamagedException e)
        {
            // Only what needs the damaged page fails: the others of its batch are tried without it.
            throw new BatchRejectedException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask ProbeAsync(CancellationToken cancellation) =>
        await RunAsync(session => session.Commit([], _time.GetUtcNow()), cancellation);

    /// <summary>Erases the personal data of a stream.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be used now.</exception>
    public async ValueTask EraseAsync(StreamId stream, CancellationToken cancellation) => await RunAsync(
        session =>
        {
            session.Erase(stream);
            return true;
        },
        cancellation);

    /// <summary>Replaces lines; see <see cref="IJournal.EncipherAsync"/>.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be used now.</exception>
    public async ValueTask<bool> EncipherAsync(
        StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, CancellationToken cancellation) =>
        await RunAsync(session => session.Encipher(stream, key, lines, _time.GetUtcNow()), cancellation);

    /// <summary>Adds a seal; see <see cref="ISealStore.TryAddSealAsync"/>.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be used now.</exception>
    public async ValueTask<bool> AddSealAsync(Seal seal, Seal? previous, CancellationToken cancellation) =>
        await RunAsync(session => session.AddSeal(seal, previous), cancellation);

    /// <summary>Carries out what waits, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _thread.RunAsync(() =>
        {
            EmptyLog();
            CloseSession();
            return true;
        });
        await _thread.DisposeAsync();
    }

    private async Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellation)
    {
        // If the caller gives up, work that has not begun is dropped; work that has begun goes on.
        var run = _thread.RunAsync(() => cancellation.IsCancellationRequested
            ? throw new JournalUnavailableException("The journal's disk was busy for too long.")
            : Use(work));
        try
        {
            return await run.WaitAsync(cancellation);
        }
        catch (OperationCanceledException e)
        {
            _ = run.ContinueWith(
                late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new JournalUnavailableException("The journal's disk did not answer in time.", e);
        }
    }

    private T Use<T>(Func<WriteSession, T> work, long pagesMax = SqliteLimits.RewritePagesMax)
    {
        try
        {
            var result = work(_session ??= new WriteSession(_open()));
            if (_session.IsUntidy)
                Tidy(_session, pagesMax);
            return result;
        }
        catch (SqliteException e) when (_session is not null && SqliteErrors.IsAboutContent(e))
        {
            throw new BatchRejectedException("The database refused the batch.", e);
        }
        catch (SqliteException e)
        {
            LogFileFailed(_logger, e.SqliteExtendedErrorCode, e);
            CloseSession();
            throw SqliteErrors.Of(e, _damage);
        }
    }

    /// <summary>Tidies up after an erasure. What was written before stands, whatever comes of it.</summary>
    private void Tidy(WriteSession session, long pagesMax)
    {
        var now = _time.GetUtcNow();
        if (now >= _tidyNotBefore)
        {
            var started = _time.GetTimestamp();
            try
            {
                var done = session.Tidy(pagesMax);
                var pause = _time.GetElapsedTime(started) * SqliteLimits.RewritePause;
                _tidyNotBefore = now + (done || pause > SqliteLimits.EmptyAgainAfter ? pause : SqliteLimits.EmptyAgainAfter);
                if (done)
                {
                    if (pagesMax == SqliteLimits.RewriteAtStartPagesMax && session.MustRewrite)
                        LogTooLarge(_logger);
                    return;
                }
            }
            catch (SqliteException e)
            {
                LogNotRewritten(_logger, e.SqliteExtendedErrorCode, e);
                if (SqliteErrors.IsDamage(e))
                    _damage.File(e);
                CloseSession();
                _tidyNotBefore = now + SqliteLimits.RewriteAgainAfter;
            }
        }

        if (_tidiesLater)
            return;
        _tidiesLater = true;
        _ = TidyLaterAsync(_tidyNotBefore - now);
    }

    // Also where nobody writes any more.
    private async Task TidyLaterAsync(TimeSpan pause)
    {
        await Task.Delay(pause, _time);
        try
        {
            await RunAsync(
                _ =>
                {
                    _tidiesLater = false;
                    return true;
                },
                CancellationToken.None);
        }
        catch (Exception e) when (e is JournalUnavailableException or BatchRejectedException or DamagedException or ObjectDisposedException)
        {
            // It is closed, or cannot be used now: the next write tidies up, or the next start.
            _tidiesLater = false;
        }
    }

    /// <summary>After a graceful stop the one file holds everything. The log would be read at the next start all the same.</summary>
    private void EmptyLog()
    {
        try
        {
            _session?.EmptyLog();
        }
        catch (SqliteException e)
        {
            LogFileFailed(_logger, e.SqliteExtendedErrorCode, e);
        }
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }

    [LoggerMessage(2101, LogLevel.Error, "The journal's file failed (SQLite {Code}); it is opened anew for the next batch.")]
    private static partial void LogFileFailed(ILogger logger, int code, Exception exception);

    [LoggerMessage(2102, LogLevel.Warning,
        "The journal's file could not be written anew after an erasure (SQLite {Code}): free space in it may still hold what was erased. "
            + "It is tried again in ten minutes, and at the next start")]
    private static partial void LogNotRewritten(ILogger logger, int code, Exception exception);

    [LoggerMessage(2104, LogLevel.Warning,
        "The journal's file is too large to be written anew at the start: free space in it may still hold what was erased. "
            + "Stop the program and run VACUUM (docs/backup.md)")]
    private static partial void LogTooLarge(ILogger logger);
}
