using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Tocsin.Access;
using Tocsin.Auditing;
using Tocsin.Auditing.PostgreSql;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Tail;
using Tocsin.Journal.Writing;
using Tocsin.Projections;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A database of its own on the tests' server.</summary>
public sealed class PostgresDatabase(string connectionString) : JournalDatabase
{
    public override bool IsShared => true;

    public override IProjectionStore Projections { get; } = new PostgresProjectionStore(connectionString);

    public override IAccessStore Access { get; } = new PostgresAccessStore(connectionString);

    public string ConnectionString => connectionString;

    public override async Task<JournalHost> OpenAsync(TimeProvider? time = null, JournalOptions? options = null) =>
        await OpenHost.OpenAsync(
            connectionString,
            time ?? TimeProvider.System,
            options ?? new JournalOptions { AppendDeadline = TimeSpan.FromSeconds(30), SettleDeadline = TimeSpan.FromSeconds(60) });

    public override async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public override Task RunOnAccessAsync(string sql) => RunAsync(sql);

    public override async Task<IAuditSnapshot> AuditAsync() =>
        await PostgresAuditSnapshot.OpenAsync(connectionString, CancellationToken.None);

    public override string Time(DateTimeOffset time) => $"'{time.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}+00'";

    public override string Blob(ReadOnlySpan<byte> bytes) => $"'\\x{Convert.ToHexString(bytes)}'";

    public override string Narrow(string thing) => thing + "_row";

    public override Task MarkRestoredAsync() => RunAsync("update journal_end set restores = restores + 1");

    public override async ValueTask DisposeAsync()
    {
        await ((PostgresProjectionStore)Projections).DisposeAsync();
        await ((PostgresAccessStore)Access).DisposeAsync();
    }

    private sealed class OpenHost(PostgresJournal journal, JournalTail tail, JournalMetrics metrics) : JournalHost
    {
        public override IJournal Journal => journal;

        public override IJournalQueries Queries => journal.Queries;

        public override IJournalTail Tail => tail;

        public override ISealStore Seals => journal.Seals;

        public static async Task<OpenHost> OpenAsync(string connectionString, TimeProvider time, JournalOptions options)
        {
            var metrics = new JournalMetrics();
            var journal = await PostgresJournal.OpenAsync(connectionString, options, time, metrics, NullLoggerFactory.Instance);
            var tail = new JournalTail(journal, journal.Writer, Options.Create(options), time, NullLogger<JournalTail>.Instance);
            await tail.StartAsync(CancellationToken.None);
            return new OpenHost(journal, tail, metrics);
        }

        public override async ValueTask DisposeAsync()
        {
            await tail.StopAsync(CancellationToken.None);
            tail.Dispose();
            await journal.DisposeAsync();
            metrics.Dispose();
        }
    }
}
