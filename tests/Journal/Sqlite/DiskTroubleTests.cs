using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>A disk that is full, a file that somebody else holds: unavailable, nothing half done, and well again by itself.</summary>
public sealed class DiskTroubleTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private readonly List<SqliteConnection> _opened = [];
    private readonly JournalMetrics _metrics = new();
    private readonly DamageLog _damage;
    private SqliteBatchStore? _store;
    private int? _pages;

    public DiskTroubleTests() => _damage = new DamageLog(_metrics, NullLogger.Instance);

    private string Path => DataDirectory.JournalIn(_folder.FullName);

    private SqliteBatchStore Store => _store!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        SqliteSchema.Upgrade(_folder.FullName);
        _store = new SqliteBatchStore(OpenWriter, TimeProvider.System, NullLogger<SqliteBatchStore>.Instance, _damage);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _metrics.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_full_disk_makes_the_batch_unavailable_leaves_nothing_of_it_and_recovers_when_there_is_room()
    {
        await CommitAsync("before");
        _pages = (int)(long)Ask("PRAGMA page_count");
        Limit(_opened[^1]);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => CommitAsync("small", "large:" + new string('x', 200_000)));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => CommitAsync("large:" + new string('x', 200_000)));
        Assert.Equal(1L, Ask("SELECT count(*) FROM journal"));
        Assert.Equal(1L, Ask("SELECT count(*) FROM board"));

        _pages = null;
        await ReopenAsync();
        await CommitAsync("small", "large:" + new string('x', 200_000));
        Assert.Equal(3L, Ask("SELECT count(*) FROM journal"));
        Assert.Equal(3L, Ask("SELECT max(position) FROM journal"));
    }

    [Fact]
    public async Task A_file_that_somebody_else_holds_makes_the_batch_unavailable_and_recovers_when_it_is_let_go()
    {
        await using (var other = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            other.Open();
            Run(other, "BEGIN IMMEDIATE");
            await Assert.ThrowsAsync<JournalUnavailableException>(() => CommitAsync("a"));
            await Assert.ThrowsAsync<JournalUnavailableException>(async () => await Store.ProbeAsync(Cancellation));
            Run(other, "ROLLBACK");
        }

        await Store.ProbeAsync(Cancellation);
        await CommitAsync("a");
        Assert.Equal(1L, Ask("SELECT count(*) FROM journal"));
    }

    [Fact]
    public async Task What_breaks_a_constraint_rejects_its_batch_of_which_nothing_is_written_and_the_next_one_goes_through()
    {
        Run(
            _opened[^1],
            "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.journal WHEN NEW.kind = 'Bad' BEGIN SELECT RAISE(ABORT, 'refused'); END");
        await Assert.ThrowsAsync<BatchRejectedException>(() => CommitKindsAsync("Good", "Bad"));
        Assert.Equal(0L, Ask("SELECT count(*) FROM journal"));
        await CommitKindsAsync("Good");
        Assert.Equal(1L, Ask("SELECT count(*) FROM journal"));
    }

    [Fact]
    public async Task What_still_waits_for_the_disk_when_its_caller_gives_up_is_never_written()
    {
        await using (var other = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            other.Open();
            Run(other, "BEGIN IMMEDIATE");
            var first = CommitAsync("first");
            using var limit = new CancellationTokenSource(50);
            await Assert.ThrowsAsync<JournalUnavailableException>(() => CommitAsync(limit.Token, "given up"));
            await Assert.ThrowsAsync<JournalUnavailableException>(() => first);
            Run(other, "ROLLBACK");
        }

        await CommitAsync("later");
        Assert.Equal("unit/later", Ask("SELECT group_concat(stream) FROM journal"));
    }

    [Fact]
    public async Task Erased_personal_data_is_nowhere_in_the_files_any_more()
    {
        const string Secret = "13800138000-very-personal";
        var stream = UnitId.Of("u").Stream;
        var epoch = Epoch();
        await Store.CommitAsync([PreparedAppend.Of(new Draft(epoch).Event(stream, 0).Personal(stream, Secret).Build())], Cancellation);
        Assert.True(Holds(Secret));
        await Store.EraseAsync(stream, Cancellation);
        Assert.False(Holds(Secret));
    }

    private bool Holds(string text) => _folder.EnumerateFiles("journal.db*").Any(file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    });

    private SqliteConnection OpenWriter()
    {
        var connection = new SqliteFile(Path).OpenWriter();
        _opened.Add(connection);
        if (_pages is not null)
            Limit(connection);
        return connection;
    }

    private async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = new SqliteBatchStore(OpenWriter, TimeProvider.System, NullLogger<SqliteBatchStore>.Instance, _damage);
    }

    private void Limit(SqliteConnection connection) => Run(connection, $"PRAGMA max_page_count = {_pages + 4}");

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private Epoch Epoch() => new((string)Ask("SELECT database || '-1-' || restores FROM epoch"));

    private Task CommitAsync(params string[] ids) => CommitAsync(Cancellation, ids);

    private async Task CommitAsync(CancellationToken cancellation, params string[] ids)
    {
        var epoch = Epoch();
        await Store.CommitAsync(
            [.. ids.Select(id => PreparedAppend.Of(
                new Draft(epoch).Event(UnitId.Of(id.Split(':')[0].Replace(' ', '-')).Stream, 0, data: $"\"{id}\"").Build()))],
            cancellation);
    }

    private async Task CommitKindsAsync(params string[] kinds) =>
        await Store.CommitAsync(
            [.. kinds.Select(kind => PreparedAppend.Of(new Draft(Epoch()).Event(UnitId.Of(kind).Stream, 0, kind).Build()))], Cancellation);
}
