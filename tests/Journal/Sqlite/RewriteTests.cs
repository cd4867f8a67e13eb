using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>
/// What an erasure leaves in the free space of the embedded file and in its write-ahead log goes, also when a reader is in the way, the
/// process dies in between, or the disk does not let it.
/// </summary>
public sealed class RewriteTests : IDisposable
{
    private const string Word = "quagwort";
    private const int Rows = 120;

    // The end of a word that only the full-text index holds: words there leave out what they begin with like the one before.
    private static readonly byte[] s_pair = Encoding.UTF8.GetBytes("龘靐")[2..];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    public RewriteTests() => SqliteSchema.Upgrade(_folder.FullName);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => DataDirectory.JournalIn(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task After_an_erasure_neither_file_nor_log_holds_what_was_there()
    {
        await using var journal = Open();
        await PlantAsync(journal);
        Assert.NotEmpty(Found());
        await EraseAsync(journal);
        await Until.HoldsAsync("nothing is left", () => Found().Count == 0, () => string.Join(", ", Found()), stop: Cancellation);
        await Until.HoldsAsync("it is noted", () => !IsDue(), () => "still due", stop: Cancellation);
        Assert.Equal(Rows, (await journal.ReadBoardAsync(StreamKind.Call, openOnly: false, default, Rows + 1, Cancellation)).Count);
    }

    [Fact]
    public async Task A_reader_that_needs_the_log_delays_it_and_nobody_waits_for_it()
    {
        await using var journal = Open();
        await PlantAsync(journal);
        await using (var reader = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            await reader.OpenAsync(Cancellation);
            Run(reader, "BEGIN");
            Run(reader, "SELECT count(*) FROM journal");
            await EraseAsync(journal);
            Assert.True(IsDue());
            Assert.NotEmpty(Found());
            Run(reader, "COMMIT");
        }

        await Until.HoldsAsync("nothing is left", () => Found().Count == 0, () => string.Join(", ", Found()), stop: Cancellation);
        await Until.HoldsAsync("it is noted", () => !IsDue(), () => "still due", stop: Cancellation);
    }

    [Fact]
    public async Task What_was_due_when_the_process_died_is_done_at_the_next_start()
    {
        var copy = System.IO.Path.Combine(_folder.FullName, "crashed");
        await using (var journal = Open())
        {
            await PlantAsync(journal);
            await using var reader = new SqliteConnection($"Data Source={Path};Pooling=False");
            await reader.OpenAsync(Cancellation);
            Run(reader, "BEGIN");
            Run(reader, "SELECT count(*) FROM journal");
            await EraseAsync(journal);

            // The files as a process that dies here leaves them.
            Directory.CreateDirectory(copy);
            foreach (var file in new[] { Path, Path + "-wal" })
                File.WriteAllBytes(System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)), Bytes(file));
        }

        Assert.NotEmpty(Found(copy));
        SqliteSchema.Upgrade(copy);
        await using (var again = SqliteJournal.Open(
            DataDirectory.JournalIn(copy), new JournalOptions(), TimeProvider.System, new JournalMetrics(), NullLoggerFactory.Instance))
        {
            Assert.Empty(Found(copy));
            Assert.Equal(Rows, (await again.ReadBoardAsync(StreamKind.Call, openOnly: false, default, Rows + 1, Cancellation)).Count);
        }
    }

    private static StreamId Stream(int i) => new(StreamKind.Call, $"c{i:000}");

    private SqliteJournal Open() => SqliteJournal.Open(
        Path, new JournalOptions(), TimeProvider.System, new JournalMetrics(), NullLoggerFactory.Instance);

    // Rows that grow, so that pages are split.
    private static async Task PlantAsync(SqliteJournal journal)
    {
        for (var i = 0; i < Rows; i++)
        {
            var draft = new Draft(journal.Epoch)
                .Event(Stream(i), 0, board: Entry(Stream(i), 1, i % 7 == 0 ? Word : "plain"))
                .Personal(Stream(i), i % 7 == 0 ? Word : "nobody")
                .Listed(Stream(i), Listing(i % 7 == 0 ? Word + "龘靐" : "plain"));
            Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(draft.Build(), Cancellation)).Outcome);
        }
    }

    private static async Task EraseAsync(SqliteJournal journal)
    {
        for (var i = 0; i < Rows; i += 7)
        {
            var draft = new Draft(journal.Epoch)
                .Event(Stream(i), 1, board: Entry(Stream(i), 2, "gone"))
                .Personal(Stream(i), null)
                .Listed(Stream(i), Listing("gone"), Listing(Word + "龘靐"));
            var request = draft.Build() with { Erases = i + 7 >= Rows };
            Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(request, Cancellation)).Outcome);
        }
    }

    private static Listing Listing(string text) => new(Draft.Noon, text, []);

    // Long enough that a page holds few.
    private static BoardEntry Entry(StreamId stream, int version, string word) => Draft.Entry(stream, version) with
    {
        View = $$"""{"id":"{{stream.Id}}","version":{{version}},"narrative":"{{word}}","more":"{{new string('y', 300 * version)}}"}""",
    };

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        // It may become shorter meanwhile.
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private List<string> Found(string? folder = null)
    {
        var found = new List<string>();
        var journal = DataDirectory.JournalIn(folder ?? _folder.FullName);
        foreach (var file in new[] { journal, journal + "-wal" }.Where(File.Exists))
        {
            var bytes = Bytes(file);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Word)) >= 0)
                found.Add($"the word in {System.IO.Path.GetFileName(file)}");
            if (bytes.AsSpan().IndexOf(s_pair) >= 0)
                found.Add($"the pair in {System.IO.Path.GetFileName(file)}");
        }

        return found;
    }

    private bool IsDue()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM rewrite_due";
        return (long)command.ExecuteScalar()! > 0;
    }
}
