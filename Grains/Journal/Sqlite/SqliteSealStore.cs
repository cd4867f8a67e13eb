using System.Runtime.CompilerServices;
using Tocsin.Journal.Sealing;

namespace Tocsin.Journal.Sqlite;

/// <summary>The seals of the embedded mode.</summary>
internal sealed class SqliteSealStore(SqliteBatchStore store, SqliteReaders readers) : ISealStore
{
    /// <summary>The columns of a seal, as <see cref="Read(SqliteStatement, DateTimeOffset)"/> takes them.</summary>
    public const string Columns = "minute, position, count, digest, hmac, previous, parts";

    /// <summary>A column beside max() is of the row that has the maximum: SQLite says so.</summary>
    private const string Heads =
        "SELECT stream, max(version), hash FROM journal WHERE position > ? AND position <= ? GROUP BY stream ORDER BY stream";

    /// <inheritdoc/>
    public async ValueTask<Seal?> LastSealAsync(CancellationToken cancellation) =>
        (await readers.ReadAsync(
            session => All(session[$"SELECT {Columns} FROM seal ORDER BY minute DESC LIMIT 1"], Read), cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public async ValueTask<Seal?> LastSignedAsync(CancellationToken cancellation) =>
        (await readers.ReportAsync(
            session => All(session[$"SELECT {Columns} FROM seal WHERE previous IS NOT NULL ORDER BY minute DESC LIMIT 1"], Read),
            cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public async IAsyncEnumerable<Seal> SealsAsync(DateTimeOffset? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var seal in await readers.ReportAsync(
            session => All(
                session[$"SELECT {Columns} FROM seal WHERE minute > ? ORDER BY minute"].Bind(after ?? DateTimeOffset.MinValue), Read),
            cancellation))
        {
            yield return seal;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SealedHead> HeadsAsync(
        JournalPosition after, JournalPosition upTo, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var head in await readers.ReportAsync(
            session => All(session[Heads].Bind(after.Value).Bind(upTo.Value), ReadHead), cancellation))
        {
            yield return head;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddSealAsync(Seal seal, Seal? previous, CancellationToken cancellation) =>
        await store.AddSealAsync(seal, previous, cancellation);

    /// <summary>Reads a seal, apart from its time, the first column.</summary>
    public static Seal Read(SqliteStatement row, DateTimeOffset at) => new(
        at, new JournalPosition(row.Number(1)), (int)row.Number(2), row.Bytes(3), row.Bytes(4))
    {
        Previous = row.IsNull(5) ? null : row.Bytes(5),
        Parts = row.TextOrNull(6) ?? "",
    };

    private static Seal Read(SqliteStatement row) => Read(row, row.Time(0));

    private static List<T> All<T>(SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        while (statement.Step())
            rows.Add(read(statement));
        return rows;
    }

    private static SealedHead ReadHead(SqliteStatement row) => new(row.Text(0), (int)row.Number(1), row.Bytes(2));
}
