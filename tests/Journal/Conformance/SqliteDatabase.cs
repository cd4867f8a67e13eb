using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tocsin.Access;
using Tocsin.Auditing;
using Tocsin.Auditing.Sqlite;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Tail;
using Tocsin.Journal.Writing;
using Tocsin.Projections;
using Tocsin.Schema;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A data directory of its own.</summary>
public sealed class SqliteDatabase : JournalDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    private SqliteDatabase()
    {
        SqliteSchema.Upgrade(_folder.FullName);
        Access = new SqliteAccessStore(DataDirectory.AccessIn(_folder.FullName));
    }

    public string Path => DataDirectory.JournalIn(_folder.FullName);

    public override bool IsShared => false;

    public override IProjectionStore Projections => new SqliteProjectionStore(DataDirectory.PositionsIn(_folder.FullName));

    public override IAccessStore Access { get; }

    public static Task<JournalDatabase> CreateAsync() => Task.FromResult<JournalDatabase>(new SqliteDatabase());

    public override async Task<JournalHost> OpenAsync(TimeProvider? time = null, JournalOptions? options = null)
    {
        time ??= TimeProvider.System;
        options ??= PatientOptions;
        var metrics = new JournalMetrics();
        var journal = SqliteJournal.Open(Path, options, time, metrics, NullLoggerFactory.Instance);
        var tail = new JournalTail(journal, journal.Writer, Options.Create(options), time, NullLogger<JournalTail>.Instance);
        await tail.StartAsync(CancellationToken.None);
        return new OpenHost(journal, tail, metrics);
    }

    public override Task RunAsync(string sql) => RunAsync(Path, sql);

    public override Task RunOnAccessAsync(string sql) => RunAsync(DataDirectory.AccessIn(_folder.FullName), sql);

    private static async Task RunAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override Task<IAuditSnapshot> AuditAsync() => Task.FromResult<IAuditSnapshot>(SqliteAuditSnapshot.Open(_folder.FullName));

    public override string Time(DateTimeOffset time) => $"{time.ToUnixTimeMilliseconds()}";

    public override string Blob(ReadOnlySpan<byte> bytes) => $"X'{Convert.ToHexString(bytes)}'";

    public override string Narrow(string thing) => thing;

    public override Task MarkRestoredAsync() => RunAsync("UPDATE epoch SET restores = restores + 1");

    public override ValueTask DisposeAsync()
    {
        ((SqliteAccessStore)Access).Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class OpenHost(SqliteJournal journal, JournalTail tail, JournalMetrics metrics) : JournalHost
    {
        public override IJournal Journal => journal;

        public override IJournalQueries Queries => journal.Queries;

        public override IJournalTail Tail => tail;

        public override ISealStore Seals => journal.Seals;

        public override async ValueTask DisposeAsync()
        {
            await tail.StopAsync(CancellationToken.None);
            tail.Dispose();
            await journal.DisposeAsync();
            metrics.Dispose();
        }
    }
}
