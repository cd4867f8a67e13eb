using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>
/// Lines of before, written in plain text, whose texts are enciphered in place and erased: the audit calls them erased, and anything else
/// that does not follow is found.
/// </summary>
public abstract class ErasureAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    private static readonly StreamKey Key = StreamKey.New(0);

    [Fact]
    public async Task Lines_that_are_enciphered_and_then_erased_are_clean_and_counted()
    {
        await EncipherAsync();
        Assert.NotEmpty(await Journal.ReadEncipheredAsync(B.Stream, Cancellation));
        Assert.All(await StreamAsync(B.Stream), e => Assert.DoesNotContain("quiet", e.Line, StringComparison.Ordinal));
        var before = await AuditAsync();
        Assert.Empty(before.Findings.Told);
        Assert.Equal(0, before.Counts.Erased);

        await EraseAsync();
        var report = await AuditAsync();
        Assert.Empty(report.Findings.Told);
        Assert.True(report.Counts.Erased > 0);
    }

    [Fact]
    public async Task Enciphering_twice_changes_nothing()
    {
        await EncipherAsync();
        var once = await StreamAsync(B.Stream);
        await EncipherAsync();
        Assert.Equal(once.Select(e => e.Line), (await StreamAsync(B.Stream)).Select(e => e.Line));
        Assert.Empty((await AuditAsync()).Findings.Told);
    }

    [Fact]
    public async Task A_line_that_nobody_noted_is_not_the_one_that_was_hashed()
    {
        await EncipherAsync();
        await EraseAsync();
        await Database.RunAsync("delete from erasure where number = (select max(number) from erasure)");
        Assert.Contains("HashWrong " + B.Stream, string.Join('\n', await FoundAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_row_of_the_erasures_is_found()
    {
        await EncipherAsync();
        await Database.RunAsync("update erasure set version = version + 1 where number = 1");
        Assert.Contains("ErasureBroken " + B.Stream, string.Join('\n', await FoundAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_line_is_found_also_where_it_was_enciphered()
    {
        await EncipherAsync();
        var version = (await Journal.ReadEncipheredAsync(B.Stream, Cancellation)).Min();
        await Database.RunAsync(
            $"update journal set line = replace(line, '\"cipher\":\"', '\"cipher\":\"x') "
                + $"where stream = '{B.Stream}' and version = {version}");
        Assert.Contains("HashWrong " + B.Stream, string.Join('\n', await FoundAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_gone_without_an_erasure_is_found()
    {
        await EncipherAsync();
        await Database.RunAsync($"delete from personal where stream = 'key:{B.Stream}'");
        Assert.Contains("ErasureUnsaid " + B.Stream, string.Join('\n', await FoundAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_gone_for_a_field_that_no_event_names_is_found()
    {
        await EncipherAsync();
        await EraseAsync(ErasureField.Narrative);
        Assert.Empty((await AuditAsync()).Findings.Told);
        await Database.RunAsync($"delete from personal where stream = 'key:{B.Stream}'");
        var found = string.Join('\n', await FoundAsync());
        Assert.Contains("ErasureUnsaid " + B.Stream, found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_enciphered_under_a_key_that_is_not_the_streams()
    {
        await EncipherAsync();
        var other = StreamKey.New(0);
        Assert.False(await Journal.EncipherAsync(B.Stream, other.Text, [], Cancellation));
        Assert.True(await Journal.EncipherAsync(B.Stream, Key.Text, [], Cancellation));
    }

    private async Task EncipherAsync()
    {
        var members = StreamDefinitions.Catalogue.Of(B.Stream).Events.Erasable;
        var lines = (await StreamAsync(B.Stream))
            .Where(e => members.TryGetValue(e.Kind, out var its) && Ciphers.IsPlain(e.Line, its, [.. ErasureFields.Each]))
            .Select(e => new EncipheredLine(e.Position, Ciphers.EncipherLine(e.Line, members[e.Kind], B.Stream, Key)))
            .ToList();
        Assert.True(await Journal.EncipherAsync(B.Stream, Key.Text, lines, Cancellation));
    }

    private async Task EraseAsync(ErasureField field = ErasureField.All)
    {
        await Centre.DoAsync(B, new AskIncidentErasure([field], "asked for in writing"));
        Centre.Actor = new Actor("li", Roles.Supervisor);
        Centre.Keys = [new PersonalEntry(StreamKey.RowOf(B.Stream), Key.Without([.. ErasureFields.Meant([field])]).Text)];
        await Centre.DoAsync(B, new ApproveIncidentErasure());
    }
}
