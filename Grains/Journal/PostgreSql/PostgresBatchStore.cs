using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// Commits batches on one connection, each as one message. If an answer is lost, it first terminates the backend of the connection, because
/// that could still commit. Only then it asks, under the append's lock, what was written.
/// </summary>
internal sealed partial class PostgresBatchStore(
    string connectionString, NewestHistory history, TimeProvider time, ILogger<PostgresBatchStore> logger, DamageLog damage) : IBatchStore
{
    /// <summary>
    /// Commits a message of its own where commits wait for a standby, and so waits for everything that was committed before. It is not a
    /// row: nothing is locked, and nothing must be cleaned up.
    /// </summary>
    private const string Confirm = """
        select journal_epoch(),
          case when current_setting('synchronous_standby_names') <> '' then pg_logical_emit_message(true, 'tocsin', '') end
        """;

    /// <summary>The unique index whose violation says that an incident's number is in use.</summary>
    private const string NumberIndex = "incident_row_number";

    /// <summary>
    /// How long to wait for the answer to a batch. Then the connection counts as lost, and the rest of the time is used to find out what
    /// was written.
    /// </summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(1);

    /// <summary>The longest of anything else; mostly the writer's token is what ends it.</summary>
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _source = PostgresSettings.Writer(connectionString);
    private AppendCall _call = new();
    private WriterConnection? _writer;
    private (int Pid, DateTime Started)? _lost;

    /// <summary>The history as it was when the connection was opened.</summary>
    public Epoch Epoch { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AppendResult>> CommitAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation)
    {
        await ConnectAsync(cancellation);
        try
        {
            return await SendAsync(batch, cancellation);
        }
        catch (Exception e) when (PostgresFaults.Of(e) == PostgresFault.Lost)
        {
            LogLost(logger, batch.Count, e.Message);
            return await SettleAsync(batch, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask ProbeAsync(CancellationToken cancellation)
    {
        await ConnectAsync(cancellation);
        try
        {
            await using var command = new NpgsqlCommand("select pg_is_in_recovery()", _writer!.Connection);
            if (await command.ExecuteScalarAsync(CancellationToken.None).WithinAsync(StepLimit, time, cancellation) is not false)
                throw new JournalUnavailableException("The database is a standby.");
            await ConfirmAsync(cancellation);
        }
        catch (Exception e) when (PostgresFaults.Of(e) != PostgresFault.Other)
        {
            GiveUp();
            throw PostgresFaults.Translate(e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        await _source.DisposeAsync();
        await _call.Command.DisposeAsync();
    }

    /// <summary>Opens the connection if there is none, and ends the backend that was lost.</summary>
    internal async ValueTask ConnectAsync(CancellationToken cancellation)
    {
        if (_writer is not null)
            return;
        try
        {
            _writer = await WriterConnection.OpenAsync(_source, _lost)
                .WithinAsync(StepLimit, time, cancellation, late => late.DisposeAsync());
        }
        catch (Exception e) when (PostgresFaults.Of(e) != PostgresFault.Other)
        {
            throw new JournalUnavailableException("The journal's database cannot be reached.", e);
        }

        try
        {
            history.See(_writer.Epoch);
        }
        catch (JournalUnavailableException)
        {
            await _writer.DisposeAsync();
            _writer = null;
            throw;
        }

        _lost = null;
        Epoch = _writer.Epoch;
        _call.Command.Connection = _writer.Connection;
        var off = _writer.ServerTime - time.GetUtcNow();
        if (off.Duration() > ClockTolerance)
            LogClock(logger, off.TotalMilliseconds);
    }

    /// <summary>
    /// Sends the appends of a batch as one message. What one of them, or a confirmation, found to be done is confirmed, unless an append
    /// was written after it and has waited for the standby.
    /// </summary>
    private async Task<IReadOnlyList<AppendResult>> SendAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation)
    {
        var appends = batch.Any(a => a.IsConfirmation) ? [.. batch.Where(a => !a.IsConfirmation)] : batch;
        var results = appends.Count == 0 ? [] : await SendAppendsAsync(appends, cancellation);
        var wrote = results.Any(r => r.Outcome == AppendOutcome.Committed);
        var toConfirm = appends.Count < batch.Count || results.Any(r => r.Outcome == AppendOutcome.Repeated);
        var epoch = toConfirm && !wrote ? await ConfirmAsync(cancellation) : results[0].Epoch;
        if (appends.Count == batch.Count)
            return results;
        var answers = new Queue<AppendResult>(results);
        return [.. batch.Select(a => a.IsConfirmation ? Confirmed(a.Request.Epoch, epoch) : answers.Dequeue())];
    }

    private static AppendResult Confirmed(Epoch found, Epoch present) =>
        new(found == present ? AppendOutcome.Committed : AppendOutcome.EpochMoved, present);

    private async Task<IReadOnlyList<AppendResult>> SendAppendsAsync(
        IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation)
    {
        try
        {
            _call.Fill(batch);
            var results = await _call.SendAsync(batch).WithinAsync(AnswerLimit, time, cancellation);
            _writer!.RequireWholeWaits();
            if (results.Any(r => r.Outcome == AppendOutcome.Repeated))
                await FindEarlierAsync(batch, results, cancellation);
            return results;
        }
        catch (PostgresException e)
            when (batch.Count == 1 && e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: NumberIndex })
        {
            return [new AppendResult(AppendOutcome.NumberTaken, Epoch)];
        }
        catch (PostgresException e) when (PostgresFaults.Of(e) is PostgresFault.Rejected)
        {
            throw new BatchRejectedException(e.Message, e);
        }
        catch (PostgresException e) when (PostgresFaults.Of(e) is PostgresFault.Damaged)
        {
            // Only what needs the damaged page fails: the others of its batch are tried without it.
            damage.File(e);
            throw new BatchRejectedException(e.Message, DamagedException.OfFile(e));
        }
        catch (Exception e) when (PostgresFaults.Of(e) is PostgresFault.Unable)
        {
            throw new JournalUnavailableException("The journal's database cannot write now.", e);
        }
        catch (Exception e) when (PostgresFaults.Of(e) is PostgresFault.Rejected or PostgresFault.Other)
        {
            // The driver stumbled over a value (an unpaired surrogate) in the middle of it: neither the connection nor the parameters are
            // used again.
            GiveUp();
            throw new BatchRejectedException(e.Message, e);
        }
    }

    /// <summary>Finds out what is done, and sends what is not once more.</summary>
    private async Task<IReadOnlyList<AppendResult>> SettleAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation)
    {
        GiveUp();
        try
        {
            await ConnectAsync(cancellation);
            var settled = await Settlement.OfAsync(_writer!.Connection, batch).WithinAsync(StepLimit, time, cancellation);
            var open = batch.Where((_, i) => settled[i] is null).ToList();
            LogSettled(logger, batch.Count - open.Count, open.Count);
            var wrote = false;
            if (open.Count > 0)
            {
                var again = new Queue<AppendResult>(await SendAsync(open, cancellation));
                wrote = again.Any(r => r.Outcome == AppendOutcome.Committed);
                for (var i = 0; i < settled.Length; i++)
                    settled[i] ??= again.Dequeue();
            }

            // The backend that was ended may have committed without its standby: what it wrote is shown all the same.
            if (open.Count < batch.Count && !wrote)
                await ConfirmAsync(cancellation);
            return settled!;
        }
        catch (Exception e) when (PostgresFaults.Of(e) != PostgresFault.Other)
        {
            GiveUp();
            throw new JournalUnavailableException("What became of the batch could not be found out in time.", e);
        }
    }

    /// <summary>Waits until the standby has all that is committed; returns at once where no commit waits for one.</summary>
    /// <returns>The present epoch.</returns>
    private async Task<Epoch> ConfirmAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand(Confirm, _writer!.Connection);
            var epoch = await command.ExecuteScalarAsync(CancellationToken.None).WithinAsync(AnswerLimit, time, cancellation);
            _writer.RequireWholeWaits();
            return new Epoch((string)epoch!);
        }
        catch (PostgresException e) when (PostgresFaults.Of(e) is PostgresFault.Unable)
        {
            throw new JournalUnavailableException("The journal's database cannot write now.", e);
        }
    }

    private async Task FindEarlierAsync(IReadOnlyList<PreparedAppend> batch, AppendResult[] results, CancellationToken cancellation)
    {
        var ids = results.Select((r, i) => (r.Outcome, batch[i].Request.CommandId))
            .Where(r => r.Outcome == AppendOutcome.Repeated)
            .Select(r => r.CommandId.Value);
        await using var command = new NpgsqlCommand(CommandSql.Find, _writer!.Connection)
        {
            Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = [.. ids], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        var rows = await CommandSql.ReadAllAsync(command).WithinAsync(StepLimit, time, cancellation);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Outcome == AppendOutcome.Repeated)
                results[i] = results[i] with { Earlier = rows[batch[i].Request.CommandId] };
        }
    }

    /// <summary>
    /// Abandons the connection and its parameters, which the driver may still use, and remembers its backend: the next step terminates that
    /// first.
    /// </summary>
    private void GiveUp()
    {
        if (_writer is not { } writer)
            return;
        _writer = null;
        _lost = writer.Backend;
        _call = new AppendCall();
        _ = EndAsync(writer);

        static async Task EndAsync(WriterConnection writer)
        {
            try
            {
                await Task.Yield();
                await writer.DisposeAsync();
            }
            catch (Exception e) when (PostgresFaults.Of(e) != PostgresFault.Other || e is InvalidOperationException)
            {
                // It is broken or still in use: it ends with its backend.
            }
        }
    }

    [LoggerMessage(2401, LogLevel.Warning, "The answer to a batch of {Count} appends was lost: {Reason}")]
    private static partial void LogLost(ILogger logger, int count, string reason);

    [LoggerMessage(2402, LogLevel.Warning, "Of the lost batch {Done} appends are done; {Open} are not, and are sent again.")]
    private static partial void LogSettled(ILogger logger, int done, int open);

    [LoggerMessage(2403, LogLevel.Warning, "This machine's clock is {Milliseconds:F0} ms behind the database's.")]
    private static partial void LogClock(ILogger logger, double milliseconds);
}
