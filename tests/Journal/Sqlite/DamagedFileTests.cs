using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Auditing;
using Tocsin.Auditing.Sqlite;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>
/// Bits that flip in the journal's file, and a file that is cut off: what is read is what was written, or is not answered at all, and the
/// audit names whatever is not.
/// </summary>
public sealed class DamagedFileTests : IAsyncLifetime
{
    private const int Streams = 24;
    private const int Flips = 60;
    private const int PageLength = 4096;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private byte[] _whole = [];
    private Dictionary<StreamId, (BoardRow Row, IReadOnlyList<JournalEvent> Events)> _written = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => DataDirectory.JournalIn(_folder.FullName);

    public async ValueTask InitializeAsync()
    {
        SqliteSchema.Upgrade(_folder.FullName);
        await using (var journal = Open())
        {
            for (var i = 0; i < Streams * 4; i++)
            {
                var text = new string((char)('a' + (i % 26)), 200);
                var draft = new Draft(journal.Epoch).Event(Stream(i), i / Streams, data: $$"""{"text":"{{text}}"}""").Keyed();
                Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(draft.Build(), Cancellation)).Outcome);
            }

            _written = (await ReadAsync(journal)).ToDictionary(r => r.Key, r => (r.Value.Row!, r.Value.Events!));
        }

        Assert.Equal(Streams, _written.Count);
        _whole = await File.ReadAllBytesAsync(Path, Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_bit_that_flips_is_never_served_as_true_and_whatever_cannot_be_read_is_named_by_the_audit()
    {
        var random = new Random(1);
        var missed = 0;
        for (var i = 0; i < Flips; i++)
        {
            var at = random.Next(_whole.Length);
            var bytes = (byte[])_whole.Clone();
            bytes[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Path, bytes, Cancellation);
            missed += await HoldsAsync($"a bit of byte {at}") ? 0 : 1;
        }

        // A good part of a journal are lines and views: if none of them were hit, nothing would be tested.
        Assert.InRange(missed, Flips / 12, Flips);
    }

    [Fact]
    public async Task A_page_that_sqlite_cannot_read_costs_the_picture_and_the_clocks_what_stands_on_it_and_no_more()
    {
        var due = Draft.Noon;
        await using (var journal = Open())
        {
            for (var i = 0; i < Streams; i++)
            {
                var view = $$"""{"id":"{{i}}","t":"{{new string('v', 600)}}"}""";
                var entry = new BoardEntry(view, 1, true, 1, 2, null, due) { LateAt = due };
                var draft = new Draft(journal.Epoch).Event(Stream(i), 4, board: entry);
                Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(draft.Build(), Cancellation)).Outcome);
            }
        }

        var bytes = await File.ReadAllBytesAsync(Path, Cancellation);
        var page = bytes.AsSpan().IndexOf("{\"id\":\"7\",\"t\""u8) / PageLength;
        bytes[page * PageLength] = 0xFF;
        await File.WriteAllBytesAsync(Path, bytes, Cancellation);

        await using var damaged = Open();
        var shown = new List<StreamId>();
        await damaged.ReadPictureAsync([(short)StreamKind.Unit], row => shown.Add(row.Stream), Cancellation);
        Assert.InRange(shown.Distinct().Count(), Streams - 8, Streams - 1);
        Assert.DoesNotContain(Stream(7), shown);
        await Assert.ThrowsAsync<DamagedException>(() => damaged.FindAsync(Stream(7), Cancellation).AsTask());
        var query = new DueQuery(due.AddDays(1), [(short)StreamKind.Unit], [], 100);
        Assert.Equal(shown.Distinct().Count(), (await damaged.ReadDueAsync(query, Cancellation)).Count);
        Assert.Equal(shown.Distinct().Count(), (await damaged.Queries.ListLateAsync(100, Cancellation)).Count);
        Assert.Equal(shown.Distinct().Count(), (await damaged.Queries.ListDueAsync(due.AddDays(1), 100, Cancellation)).Count);
        Assert.NotEmpty(await AuditAsync());

        // What does not need the page is written.
        var other = new Draft(damaged.Epoch).Event(new StreamId(StreamKind.Unit, "new"), 0);
        Assert.Equal(AppendOutcome.Committed, (await damaged.AppendAsync(other.Build(), Cancellation)).Outcome);
        await Assert.ThrowsAsync<DamagedException>(
            () => damaged.AppendAsync(new Draft(damaged.Epoch).Event(Stream(7), 5).Build(), Cancellation).AsTask());
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_file_that_is_cut_off_is_not_read_and_the_audit_says_so(double part)
    {
        await File.WriteAllBytesAsync(Path, _whole[..(int)(_whole.Length * part)], Cancellation);
        await HoldsAsync($"{part} of the file");
        Assert.NotEmpty(await AuditAsync());
        Assert.Contains("is damaged", Assert.Throws<MisconfigurationException>(() => SqliteSchema.Upgrade(_folder.FullName)).Message);
    }

    private static StreamId Stream(int i) => new(StreamKind.Unit, $"u{i % Streams}");

    private SqliteJournal Open() => SqliteJournal.Open(
        Path, new JournalOptions(), TimeProvider.System, new JournalMetrics(), NullLoggerFactory.Instance);

    /// <summary>Reads everything that was written; false: some of it is not answered.</summary>
    private async Task<bool> HoldsAsync(string what)
    {
        var whole = true;
        try
        {
            await using var journal = Open();
            foreach (var (stream, (row, events)) in await ReadAsync(journal))
            {
                var (dueRow, dueEvents) = _written[stream];
                if (row is not null)
                    Assert.True(HeadOf(row) == HeadOf(dueRow) && row.Entry == dueRow.Entry, $"{what}: {row}");
                if (events is not null)
                    Assert.True(events.Select(LineOf).SequenceEqual(dueEvents.Take(events.Count).Select(LineOf)), what);

                // An index that lost a stream's last events shows those before them: no command succeeds on that.
                whole &= row is not null && events?.Count == dueEvents.Count;
            }
        }
        catch (Exception e) when (IsRefusal(e))
        {
            whole = false;
        }

        if (!whole)
            Assert.True((await AuditAsync()).Count > 0, $"{what} is not answered, and the audit is clean");
        return whole;
    }

    private static (int, JournalPosition) HeadOf(BoardRow row) => (row.Version, row.Position);

    private static (JournalPosition, string) LineOf(JournalEvent happened) => (happened.Position, happened.Line);

    // Null: it is not answered. What the journal never says: that there is nothing, or something else.
    private static async Task<Dictionary<StreamId, (BoardRow? Row, IReadOnlyList<JournalEvent>? Events)>> ReadAsync(SqliteJournal journal)
    {
        var read = new Dictionary<StreamId, (BoardRow?, IReadOnlyList<JournalEvent>?)>();
        for (var i = 0; i < Streams; i++)
        {
            var stream = Stream(i);
            read[stream] = (
                await AskAsync(async () => await journal.FindAsync(stream, Cancellation) ?? throw new InvalidDataException($"no {stream}")),
                await AskAsync(async () => await journal.ReadStreamAsync(stream, 0, 100, Cancellation)));
        }

        return read;
    }

    private static async Task<T?> AskAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return null;
        }
    }

    private static bool IsRefusal(Exception e) =>
        e is DamagedException or JournalUnavailableException or MisconfigurationException or SqliteException;

    private async Task<IReadOnlyList<string>> AuditAsync()
    {
        try
        {
            await using var snapshot = SqliteAuditSnapshot.Open(_folder.FullName);
            var report = await new JournalAudit(snapshot, keys: null, TimeProvider.System).RunAsync(Cancellation);
            return [.. report.Findings.Told.Where(f => f.Kind != FindingKind.Unreadable).Select(f => f.ToString())];
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return [e.Message];
        }
    }
}
