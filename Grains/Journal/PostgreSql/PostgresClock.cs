using Tocsin.Journal.Timekeeping;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The clock of a PostgreSQL.</summary>
internal sealed class PostgresClock(PostgresReader reads) : IDatabaseClock
{
    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellation = default) =>
        (await reads.ReadAsync("select clock_timestamp()", row => row.Time(0), cancellation))[0];
}
