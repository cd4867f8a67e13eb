using Npgsql;
using Tocsin.Journal.Sealing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The seals of the cluster.</summary>
/// <param name="reads">The pool of short reads: sealing does not wait for reports.</param>
/// <param name="reports">The reports' pool.</param>
internal sealed class PostgresSealStore(PostgresReader reads, PostgresReader reports) : ISealStore
{
    /// <summary>The heads of so many events are a short read: some 20 ms.</summary>
    private const long ShortSpan = 10_000;

    /// <summary>The columns of a seal, as <see cref="Read"/> takes them.</summary>
    public const string Columns = "minute, position, count, digest, hmac, previous, parts";

    private const string Heads = """
        select distinct on (stream) stream, version, hash from journal where position > $1 and position <= $2 order by stream, version desc
        """;

    private const string Add = "select add_seal_3($1, $2, $3, $4, $5, $6::bytea, $7::text, $8::timestamptz)";

    /// <inheritdoc/>
    public async ValueTask<Seal?> LastSealAsync(CancellationToken cancellation) =>
        (await reads.ReadAsync($"select {Columns} from seal order by minute desc limit 1", Read, cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public async ValueTask<Seal?> LastSignedAsync(CancellationToken cancellation) => (await reports.ReadLongAsync(
        $"select {Columns} from seal where previous is not null order by minute desc limit 1", Read, cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public IAsyncEnumerable<Seal> SealsAsync(DateTimeOffset? after, CancellationToken cancellation) => reports.StreamAsync(
        $"select {Columns} from seal where minute > $1 order by minute",
        Read,
        cancellation,
        (after ?? DateTimeOffset.MinValue).UtcDateTime);

    /// <inheritdoc/>
    public IAsyncEnumerable<SealedHead> HeadsAsync(JournalPosition after, JournalPosition upTo, CancellationToken cancellation) =>
        (upTo.Value - after.Value > ShortSpan ? reports : reads).StreamAsync(
            Heads,
            row => new SealedHead(row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2)),
            cancellation,
            after.Value,
            upTo.Value);

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddSealAsync(Seal seal, Seal? previous, CancellationToken cancellation) => (await reads.ReadAsync(
        Add,
        row => row.GetBoolean(0),
        cancellation,
        seal.At.ToUniversalTime(),
        seal.Position.Value,
        seal.Count,
        seal.Digest,
        seal.Signature,
        seal.Previous,
        seal.IsSigned ? seal.Parts : null,
        previous?.At.ToUniversalTime()))[0];

    /// <summary>Reads a seal.</summary>
    public static Seal Read(NpgsqlDataReader row) => new(
        row.Time(0), new JournalPosition(row.GetInt64(1)), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4))
    {
        Previous = row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5),
        Parts = row.IsDBNull(6) ? "" : row.GetString(6),
    };
}
