using Npgsql;
using Tocsin.Journal.Sealing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The seals of the cluster.</summary>
/// <param name="reader">The reports' pool.</param>
internal sealed class PostgresSealStore(PostgresReader reader) : ISealStore
{
    /// <summary>The columns of a seal, as <see cref="Read"/> takes them.</summary>
    internal const string Columns = "minute, position, count, digest, hmac, access_span, access_hash";

    private const string Heads = """
        select distinct on (stream) stream, version, hash from journal where position > $1 and position <= $2 order by stream, version desc
        """;

    private const string Add = "select add_seal_2($1, $2, $3, $4, $5, $6::timestamptz, $7::bigint, $8::bytea)";

    /// <inheritdoc/>
    public async ValueTask<Seal?> LastSealAsync(CancellationToken cancellation) =>
        (await reader.ReadAsync($"select {Columns} from seal order by minute desc limit 1", Read, cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public IAsyncEnumerable<Seal> AllSealsAsync(CancellationToken cancellation) =>
        reader.StreamAsync($"select {Columns} from seal order by minute", Read, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SealedHead> HeadsAsync(JournalPosition after, JournalPosition upTo, CancellationToken cancellation) =>
        reader.StreamAsync(
            Heads,
            row => new SealedHead(row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2)),
            cancellation,
            after.Value,
            upTo.Value);

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddSealAsync(Seal seal, Seal? previous, CancellationToken cancellation) => (await reader.ReadAsync(
        Add,
        row => row.GetBoolean(0),
        cancellation,
        seal.Minute.ToUniversalTime(),
        seal.Position.Value,
        seal.Count,
        seal.Digest,
        seal.Hmac,
        previous?.Minute.ToUniversalTime(),
        seal.Access is { } access ? (long)access.Version : null,
        seal.Access?.Hash))[0];

    /// <summary>Reads a seal: minute, position, count, digest, HMAC, number and hash of the span.</summary>
    internal static Seal Read(NpgsqlDataReader row) => new(
        row.Time(0),
        new JournalPosition(row.GetInt64(1)),
        row.GetInt32(2),
        row.GetFieldValue<byte[]>(3),
        row.GetFieldValue<byte[]>(4),
        row.IsDBNull(5) ? null : new SealedHead(Seal.AccessName, checked((int)row.GetInt64(5)), row.GetFieldValue<byte[]>(6)));
}
