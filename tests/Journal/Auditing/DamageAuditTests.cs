using Tocsin.Auditing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Lines and board rows that do not fit their checksums are named, each of them, beside what else is wrong with them.</summary>
public abstract class DamageAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    [Theory]
    [InlineData("line", "replace(line, '第一', '第二')")]
    [InlineData("hash", "{hash}")]
    [InlineData("sum", "sum + 1")]
    public async Task A_damaged_event_is_named(string column, string value)
    {
        var note = (await StreamAsync(A.Stream)).Single(e => e.Kind == "NoteAdded");
        value = value.Replace("{hash}", Database.Blob(new byte[32]), StringComparison.Ordinal);
        await Database.RunAsync($"update journal set {column} = {value} where position = {note.Position}");
        Assert.Equal([Line(FindingKind.Damaged, A.Stream, note.Position)], await DamagedAsync());
    }

    [Theory]
    [InlineData("view", "replace(view, 'theft', 'thefu')")]
    [InlineData("listed_at", "null")]
    [InlineData("position", "position + 1")]
    [InlineData("sum", "sum + 1")]
    public async Task A_damaged_board_row_is_named(string column, string value)
    {
        var last = (await StreamAsync(A.Stream))[^1];
        await Database.RunAsync($"update board set {column} = {value} where stream = '{A.Stream}'");
        Assert.Equal([Line(FindingKind.Damaged, A.Stream, last.Position)], await DamagedAsync());
    }

    [Fact]
    public async Task What_is_whole_is_not_and_neither_are_rows_of_before()
    {
        Assert.Empty(await DamagedAsync());
        await Database.RunAsync("update board set sum = null");
        await Database.RunAsync("update journal set sum = null");
        await Database.RunAsync($"update board set status = 9 where stream = '{A.Stream}'");
        Assert.Empty(await DamagedAsync());
        Assert.Contains(FindingKind.BoardDiffers, (await AuditAsync()).Findings.Counts.Keys);
    }

    private async Task<string[]> DamagedAsync() =>
    [
        .. (await AuditAsync()).Findings.Told
            .Where(f => f.Kind == FindingKind.Damaged)
            .Select(f => $"{f.Kind} {f.Stream} {f.Position}"),
    ];
}
