using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A data directory of its own.</summary>
public sealed class SqliteDatabase : JournalDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    private SqliteDatabase() => SqliteSchema.Upgrade(_folder.FullName);

    public string Path => DataDirectory.JournalIn(_folder.FullName);

    public override bool IsShared => false;

    public static Task<JournalDatabase> CreateAsync() => Task.FromResult<JournalDatabase>(new SqliteDatabase());

    public override Task<JournalHost> OpenAsync(TimeProvider? time = null, JournalOptions? options = null) =>
        Task.FromResult<JournalHost>(new OpenHost(Path, time ?? TimeProvider.System, options ?? new JournalOptions { AppendDeadline = TimeSpan.FromSeconds(30), SettleDeadline = TimeSpan.FromSeconds(60) }));

    public override async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class OpenHost(string path, TimeProvider time, JournalOptions options) : JournalHost
    {
        private readonly JournalMetrics _metrics = new();
        private SqliteJournal? _journal;

        public override IJournal Journal => Sqlite;

        public override IJournalQueries Queries => Sqlite.Queries;

        public override IJournalTail Tail => throw new NotSupportedException();

        private SqliteJournal Sqlite => _journal ??= SqliteJournal.Open(path, options, time, _metrics, NullLoggerFactory.Instance);

        public override async ValueTask DisposeAsync()
        {
            if (_journal is not null)
                await _journal.DisposeAsync();
            _metrics.Dispose();
        }
    }
}
