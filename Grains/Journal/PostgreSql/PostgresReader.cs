using System.Runtime.CompilerServices;
using Npgsql;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.PostgreSql;

/// <summary>Reads on one pool; whatever keeps the database from answering becomes <see cref="JournalUnavailableException"/>, and damage
/// <see cref="DamagedException"/>.</summary>
/// <param name="source">The pool.</param>
/// <param name="limit">How long to wait for a short read.</param>
/// <param name="damage">Is told when the server says that it is damaged.</param>
internal sealed class PostgresReader(NpgsqlDataSource source, TimeSpan limit, DamageLog damage) : IAsyncDisposable
{
    /// <summary>
    /// An idle connection shows only when it is used that the server has gone. The driver then clears the pool, so the second attempt gets
    /// a new connection.
    /// </summary>
    private const int Tries = 2;

    /// <summary>
    /// All rows of a short statement. A caller that gives up only stops waiting, so the connection stays usable.
    /// </summary>
    public async ValueTask<IReadOnlyList<T>> ReadAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await ReadAsync(sql, read, values, CancellationToken.None).WaitAsync(limit, cancellation);
        }
        catch (Exception e)
            when (!cancellation.IsCancellationRequested && PostgresFaults.IsOfDatabase(e))
        {
            throw Told(e);
        }
    }

    /// <summary>All rows of a statement that may take long: whoever gives up ends it.</summary>
    public async ValueTask<IReadOnlyList<T>> ReadLongAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        try
        {
            return await ReadAsync(sql, read, values, cancellation);
        }
        catch (Exception e)
            when (!cancellation.IsCancellationRequested && PostgresFaults.IsOfDatabase(e))
        {
            throw Told(e);
        }
    }

    /// <summary>
    /// The rows of a statement over the pages of the board, where one of these is damaged: those of all other pages. A damaged page fails
    /// whatever reads it, so the pages are halved until it stands alone.
    /// </summary>
    /// <param name="sql">Its last two parameters are the first page and the one behind the last, as <c>(page,0)</c>.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="values">The parameters before those two.</param>
    public async ValueTask<IReadOnlyList<T>> ReadPagesAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        var rows = new List<T>();
        var waiting = new Stack<(int From, int To)>();
        waiting.Push((0, (await ReadLongAsync(BoardSql.Pages, row => row.GetInt32(0), cancellation))[0]));
        while (waiting.TryPop(out var pages))
        {
            try
            {
                rows.AddRange(await ReadLongAsync(
                    sql, read, cancellation, [.. values, $"({pages.From},0)", $"({pages.To},0)"]));
            }
            catch (DamagedException)
            {
                var middle = pages.From + ((pages.To - pages.From) / 2);
                if (middle == pages.From)
                    continue;
                waiting.Push((middle, pages.To));
                waiting.Push((pages.From, middle));
            }
        }

        return rows;
    }

    /// <summary>The rows of a statement, one by one, as they come.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await GuardAsync(() => command.ExecuteReaderAsync(cancellation), cancellation);
        while (await GuardAsync(() => reader.ReadAsync(cancellation), cancellation))
            yield return read(reader);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, object?[] values, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var command = Command(sql, values);
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellation))
                    rows.Add(read(reader));
                return rows;
            }
            catch (NpgsqlException e)
                when (attempt < Tries && e.InnerException is not TimeoutException && PostgresFaults.Of(e) == PostgresFault.Lost)
            {
                HostStates.Forget(source, e);
            }
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception e)
            when (!cancellation.IsCancellationRequested && PostgresFaults.IsOfDatabase(e))
        {
            throw Told(e);
        }
    }

    private Exception Told(Exception exception)
    {
        if (PostgresFaults.Of(exception) == PostgresFault.Damaged)
            damage.File(exception);
        return PostgresFaults.Translate(exception);
    }

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
