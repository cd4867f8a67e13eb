using Tocsin.Auditing;
using Tocsin.Incidents;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Board rows that say something else than their events.</summary>
public abstract class BoardAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    [Theory]
    [InlineData("view", "replace(view, 'theft', 'noise')")]
    [InlineData("status", "status + 1")]
    [InlineData("open", "{not}open")]
    [InlineData("priority", "4")]
    [InlineData("station", "'south'")]
    [InlineData("bucket", "bucket + 1")]
    [InlineData("kind", "2")]
    [InlineData("position", "position + 1")]
    [InlineData("dueAt", "{time}")]
    [InlineData("hash", "{hash}")]
    public async Task A_column_of_a_board_row_that_was_changed_is_named(string name, string value)
    {
        var (not, time) = Database.IsShared ? ("not ", "now()") : ("1 - ", "1");
        value = value.Replace("{not}", not, StringComparison.Ordinal).Replace("{time}", time, StringComparison.Ordinal)
            .Replace("{hash}", Database.Blob(new byte[32]), StringComparison.Ordinal);
        await Database.RunAsync($"update board set {(name == "dueAt" ? "due_at" : name)} = {value} where stream = '{A.Stream}'");

        var finding = Assert.Single(await ToldAsync());
        Assert.Equal((FindingKind.BoardDiffers, A.Stream.ToString()), (finding.Kind, finding.Stream));
        Assert.EndsWith($"differs in {name}", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_row_that_is_a_version_behind_is_told_once_however_far_its_stream_went_on()
    {
        var row = (await Journal.FindAsync(A.Stream, Cancellation))!;
        for (var i = 0; i < 3; i++)
            await Centre.DoAsync(A, new AddNote($"{i}"));
        await Database.RunAsync(
            $"update board set version = {row.Version}, position = {row.Position}, "
                + $"hash = {Database.Blob(row.Hash)}, view = '{row.Entry.View}' where stream = '{A.Stream}'");

        Assert.Equal([Line(FindingKind.BoardVersion, A.Stream, (await StreamAsync(A.Stream))[^1].Position)], await FoundAsync());
    }

    [Fact]
    public async Task A_board_row_that_is_a_version_ahead_is_told()
    {
        await Database.RunAsync($"update board set version = version + 1 where stream = '{A.Stream}'");

        Assert.Equal([Line(FindingKind.BoardVersion, A.Stream, (await StreamAsync(A.Stream))[^1].Position)], await FoundAsync());
    }

    [Fact]
    public async Task A_stream_without_a_board_row_is_told()
    {
        await Database.RunAsync($"delete from board where stream = '{Three.Stream}'");

        Assert.Equal([Line(FindingKind.BoardMissing, Three.Stream, (await StreamAsync(Three.Stream))[^1].Position)], await FoundAsync());
    }

    [Fact]
    public async Task A_board_row_without_a_stream_is_told()
    {
        await Database.RunAsync($"update board set stream = 'unit/P9' where stream = '{Three.Stream}'");

        Assert.Equal(
            ["BoardMissing " + Three.Stream + " " + (await StreamAsync(Three.Stream))[^1].Position, "BoardWithoutEvents unit/P9 "],
            await FoundAsync());
    }
}
