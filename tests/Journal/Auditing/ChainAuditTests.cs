using Tocsin.Auditing;
using Tocsin.Journal;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Damage to events that shows in the events themselves.</summary>
public abstract class ChainAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    [Fact]
    public async Task An_edited_text_does_not_fit_its_hash()
    {
        var note = (await StreamAsync(A.Stream)).Single(e => e.Kind == "NoteAdded");
        await Database.RunAsync($"update journal set line = replace(line, '第一', '第二') where position = {note.Position}");

        Assert.Equal([Line(FindingKind.HashWrong, A.Stream, note.Position)], await FoundAsync());
    }

    [Fact]
    public async Task An_edited_hash_breaks_itself_and_the_one_behind_it()
    {
        var events = await StreamAsync(B.Stream);
        await Database.RunAsync($"update journal set hash = {Database.Blob(new byte[32])} where position = {events[1].Position}");

        Assert.Equal(
            [Line(FindingKind.HashWrong, B.Stream, events[1].Position), Line(FindingKind.HashWrong, B.Stream, events[2].Position)],
            await FoundAsync());
    }

    [Fact]
    public async Task An_event_taken_out_of_the_middle_leaves_a_gap()
    {
        var events = await StreamAsync(A.Stream);
        var note = events.Single(e => e.Kind == "NoteAdded");
        await Database.RunAsync($"delete from journal where position = {note.Position}");

        Assert.Equal(
            [$"PositionGap  {note.Position.Value + 1}", Line(FindingKind.VersionGap, A.Stream, events[note.Version].Position)],
            await FoundAsync());
    }

    [Fact]
    public async Task Swapped_versions_are_gaps_and_contradict_their_lines()
    {
        var events = await StreamAsync(A.Stream);
        foreach (var (position, version) in new[] { (events[2].Position, -1), (events[3].Position, 3), (events[2].Position, 4) })
            await Database.RunAsync($"update journal set version = {version} where position = {position}");

        var found = await FoundAsync();
        foreach (var position in (JournalPosition[])[events[2].Position, events[3].Position])
        {
            Assert.Contains(Line(FindingKind.VersionGap, A.Stream, position), found);
            Assert.Contains(Line(FindingKind.LineDiffers, A.Stream, position), found);
        }
    }

    [Fact]
    public async Task A_time_of_recording_that_falls_is_seen_and_contradicts_its_line()
    {
        var events = await EventsAsync();
        var (first, last) = (events[0], events[^1]);
        await Database.RunAsync(
            $"update journal set recorded_at = (select recorded_at - {(Database.IsShared ? "interval '1 hour'" : "3600000")} "
                + $"from journal where position = {first.Position}) where position = {last.Position}");

        var found = await FoundAsync();
        Assert.Contains(Line(FindingKind.RecordedAtFell, last.Stream, last.Position), found);
        Assert.Contains(Line(FindingKind.LineDiffers, last.Stream, last.Position), found);
    }

    [Theory]
    [InlineData("kind", "'UnitRegistered'")]
    [InlineData("stream", "'unit/other'")]
    public async Task A_column_that_contradicts_its_line_is_named(string column, string value)
    {
        var last = (await StreamAsync(Three.Stream))[^1];
        await Database.RunAsync($"update journal set {column} = {value} where position = {last.Position}");

        var told = (await AuditAsync()).Findings.Told;
        Assert.Contains(
            told,
            f =>
                f.Kind == FindingKind.LineDiffers
                && f.Position == last.Position
                && f.Words.EndsWith($"differs in {column}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_is_no_longer_one_piece_is_torn()
    {
        var events = await EventsAsync();
        var assigned = events.First(e => e.Kind == "Assigned");
        await Database.RunAsync($"update journal set position = {events[^1].Position.Value + 1} where position = {assigned.Position}");
        var end = events[^1].Position.Value + 1;
        if (Database.IsShared)
            await Database.RunAsync($"update journal_end set position = {end}");

        var next = events.First(e => e.Position > assigned.Position);
        Assert.Equal(assigned.CommandId, next.CommandId);
        Assert.Contains(Line(FindingKind.AppendTorn, next.Stream, next.Position), await FoundAsync());
    }

    [Theory]
    [InlineData("update journal set line = 'no json' where position = {0}")]
    [InlineData("update journal set kind = 'Teleported' where position = {0}")]
    [InlineData("update journal set line = replace(line, '\"crew\":[', '\"crew\":null,\"x\":[') where position = {0}")]
    [InlineData("update journal set stream = 'nonsense' where position = {0}")]
    public async Task An_event_that_cannot_be_read_is_told_and_the_audit_goes_on(string damage)
    {
        var last = (await StreamAsync(Three.Stream))[^1];
        await Database.RunAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, damage, last.Position));

        var report = await AuditAsync();
        Assert.Contains(report.Findings.Told, f => f.Kind == FindingKind.Unreadable && f.Position == last.Position);
        Assert.Equal((await EndAsync(), true), (report.Counts.Events, report.Counts.Position > last.Position));
    }

    [Fact]
    public async Task Of_many_findings_of_a_kind_the_first_are_told_and_all_are_counted()
    {
        await Database.RunAsync($"update journal set hash = {Database.Blob(new byte[32])}");

        var findings = (await AuditAsync()).Findings;
        Assert.Equal(AuditLimits.FindingsPerKind, findings.Told.Count(f => f.Kind == FindingKind.HashWrong));
        Assert.Equal(await EndAsync(), findings.Counts[FindingKind.HashWrong]);
    }

    private async Task<long> EndAsync() => (await Journal.ReadEndAsync(Cancellation)).Position.Value;
}
