using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tocsin.Identity;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The connection that writes, with its prepared statements, for one thread. It is closed after any error of the file.
/// </summary>
internal sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _checkpoint;
    private readonly SqliteStatement _impatient;
    private readonly SqliteStatement _patient;
    private readonly SqliteStatement _epoch;
    private readonly EventStatements _events;
    private readonly BoardStatements _board;
    private readonly CommandStatements _commands;
    private readonly NarrowStatements _narrow;
    private readonly ListStatements _lists;
    private readonly PersonalStatements _personal;
    private readonly SealStatements _seals;
    private readonly ErasureStatements _erasures;
    private readonly SqliteRewrite _rewrite;
    private bool _erases;
    private bool _isWrittenAnew;

    /// <summary>Takes over an open connection.</summary>
    public WriteSession(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new(connection, "BEGIN IMMEDIATE");
        _impatient = new(connection, "PRAGMA busy_timeout = 0");
        _patient = new(connection, $"PRAGMA busy_timeout = {SqliteLimits.BusyMs}");
        _commit = new(connection, "COMMIT");
        _rollback = new(connection, "ROLLBACK");
        _checkpoint = new(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        _epoch = new(connection, SqliteEpoch.Sql);
        _events = new(connection);
        _board = new(connection);
        _commands = new(connection);
        _narrow = new(connection);
        _lists = new(connection);
        _personal = new(connection);
        _seals = new(connection);
        _erasures = new(connection);
        _rewrite = new(connection);
        try
        {
            IsUntidy = _rewrite.IsDue;
        }
        catch (SqliteException e) when (SqliteErrors.IsDamage(e))
        {
            // Nothing else depends on that table: the audit finds it.
        }
    }

    /// <summary>Whether something was erased of which file or log may still hold copies.</summary>
    public bool IsUntidy { get; private set; }

    /// <summary>Whether the file is to be written anew.</summary>
    public bool MustRewrite => _rewrite.IsDue;

    /// <summary>Writes a batch in one transaction. See <see cref="IBatchStore.CommitAsync"/>.</summary>
    public IReadOnlyList<AppendResult> Commit(IReadOnlyList<PreparedAppend> batch, DateTimeOffset now)
    {
        _erases = false;
        var results = InTransaction(() =>
        {
            var epoch = ReadEpoch();
            var (position, stamp) = _events.End();
            now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
            if (now > stamp)
                stamp = now;
            var written = new AppendResult[batch.Count];
            for (var i = 0; i < written.Length; i++)
                written[i] = Write(batch[i], epoch, stamp, ref position);
            if (_erases)
                _rewrite.Due(now);
            return written;
        });
        if (_erases)
            (IsUntidy, _isWrittenAnew) = (true, false);
        return results;
    }

    /// <summary>
    /// After an erasure the file is written anew (<see cref="SqliteRewrite"/>), and the write-ahead log, which still holds what the pages
    /// were before, is emptied once no reader needs it. Waits for nobody. Call outside of a transaction.
    /// </summary>
    /// <param name="pagesMax">A file of more pages is not written anew.</param>
    /// <returns>False: somebody reads or writes; try again.</returns>
    /// <exception cref="SqliteException">It could not be done: what was written before stands.</exception>
    public bool Tidy(long pagesMax)
    {
        _impatient.Run();
        try
        {
            var rewrites = _isWrittenAnew || (_rewrite.IsDue && _rewrite.Pages <= pagesMax);
            if (rewrites && !_isWrittenAnew)
                _rewrite.Run();
            _isWrittenAnew = rewrites;
            _checkpoint.Step();
            var isEmpty = _checkpoint.Number(0) == 0;
            _checkpoint.Reset();
            if (!isEmpty)
                return false;
            if (rewrites)
                _rewrite.Done();
            (IsUntidy, _isWrittenAnew) = (false, false);
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }
        finally
        {
            _patient.Run();
        }
    }

    /// <summary>Replaces lines; false: the stream has another key. See <see cref="IJournal.EncipherAsync"/>.</summary>
    public bool Encipher(StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, DateTimeOffset now)
    {
        // The erasure follows: the file is written anew behind it.
        return InTransaction(() =>
        {
            if (!_erasures.Encipher(stream, key, lines, DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds())))
                return false;
            _rewrite.Due(now);
            return true;
        });
    }

    /// <summary>Erases a stream's personal data, also from what the log still holds of it.</summary>
    public void Erase(StreamId stream)
    {
        InTransaction(() =>
        {
            _personal.Write([new PersonalEntry(stream, null)]);
            return true;
        });
        EmptyLog();
    }

    /// <summary>Adds a seal behind another; false when the newest is not that one.</summary>
    public bool AddSeal(Seal seal, Seal? previous) => InTransaction(() => _seals.TryAdd(seal, previous));

    /// <summary>
    /// Copies the write-ahead log into the file and resets it, unless a reader still needs it. Call outside of a transaction.
    /// </summary>
    public void EmptyLog() => _checkpoint.Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _checkpoint.Dispose();
        _impatient.Dispose();
        _patient.Dispose();
        _epoch.Dispose();
        _events.Dispose();
        _board.Dispose();
        _commands.Dispose();
        _narrow.Dispose();
        _lists.Dispose();
        _personal.Dispose();
        _seals.Dispose();
        _erasures.Dispose();
        _rewrite.Dispose();
        _connection.Dispose();
    }

    private T InTransaction<T>(Func<T> work)
    {
        _begin.Run();
        try
        {
            var result = work();
            _commit.Run();
            return result;
        }
        catch
        {
            TryRollBack();
            throw;
        }
    }

    private void TryRollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back already, after a full disk for example. The exception that led here goes on.
        }
    }

    private Epoch ReadEpoch()
    {
        _epoch.Step();
        var epoch = new Epoch(_epoch.Text(0));
        _epoch.Reset();
        return epoch;
    }

    /// <summary>
    /// Checks a request against the database, including what its batch has written so far, and writes it if nothing conflicts.
    /// </summary>
    private AppendResult Write(PreparedAppend append, Epoch epoch, DateTimeOffset stamp, ref long position)
    {
        var request = append.Request;
        if (request.Epoch != epoch)
            return new AppendResult(AppendOutcome.EpochMoved, epoch);
        if (request.Key is not null && _commands.Find(request.CommandId) is { } earlier)
            return new AppendResult(AppendOutcome.Repeated, epoch, Earlier: earlier);
        var hashes = new Dictionary<StreamId, byte[]>(request.Heads.Count);
        foreach (var head in request.Heads)
        {
            var (version, hash) = _board.Head(head.Stream);
            if (version != head.ExpectedVersion)
                return new AppendResult(AppendOutcome.Conflict, epoch);
            hashes[head.Stream] = hash;
        }

        foreach (var row in request.Incidents)
        {
            if (_narrow.IsNumberTaken(row))
                return new AppendResult(AppendOutcome.NumberTaken, epoch);
        }

        if (_lists.IsClaimTaken(request.Claims))
            return new AppendResult(AppendOutcome.ClaimTaken, epoch);
        var before = position;
        var written = WriteEvents(append, stamp, hashes, ref position);
        WriteRows(append);
        return position == before
            ? new AppendResult(AppendOutcome.Committed, epoch)
            : new AppendResult(
                AppendOutcome.Committed, epoch, new JournalPosition(before + 1), new JournalPosition(position), stamp)
            { Hashes = written };
    }

    private byte[][] WriteEvents(PreparedAppend append, DateTimeOffset stamp, Dictionary<StreamId, byte[]> hashes, ref long position)
    {
        var written = new byte[append.Events.Count][];
        var lasts = new Dictionary<StreamId, long>(hashes.Count);
        for (var i = 0; i < written.Length; i++)
        {
            var one = append.Events[i];
            _events.Insert(one, append.Request.CommandId, ++position, stamp, hashes[one.Stream]);
            written[i] = [.. hashes[one.Stream]];
            lasts[one.Stream] = position;
        }

        for (var i = 0; i < append.Request.Heads.Count; i++)
        {
            var head = append.Request.Heads[i];
            if (head.Board is not null)
                _board.Upsert(append, i, lasts[head.Stream], hashes[head.Stream]);
        }

        return written;
    }

    private void WriteRows(PreparedAppend append)
    {
        var request = append.Request;
        if (request.Key is { } key)
            _commands.Insert(request.CommandId, key, request.Heads[0].Stream, append.Versions[0]);
        foreach (var row in request.Incidents)
            _narrow.Write(row);
        foreach (var row in request.Responses)
            _narrow.Write(row);
        foreach (var row in request.Calls)
            _narrow.Write(row);
        _lists.Write(request);
        _personal.Write(request.Personal);
        _erases |= request.Erases;
    }
}
