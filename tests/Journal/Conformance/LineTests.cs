using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The line of an event, its hash, and its time of recording.</summary>
public abstract class LineTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private const string Data = """{"text":"襄垣 \"quoted\" \\ \u0000 🚔 é", "n" : 1.50}""";

    [Fact]
    public async Task The_line_is_the_contracts_json_field_by_field_in_order_with_the_data_as_it_was_given()
    {
        var draft = Draft().Event(Unit("u1"), 0, "DutyStarted", Data, new DateTimeOffset(2026, 5, 4, 3, 2, 1, 7, TimeSpan.Zero));
        draft.Actor = new Actor("李 \"o'neil\"", "unit", UnitId.Of("u1"), "north");
        await CommitAsync(draft);

        var one = Assert.Single(await EventsAsync());
        var recordedAt = one.RecordedAt.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            $$"""{"stream":"unit/u1","version":1"""
                + $$""","kind":"DutyStarted","occurredAt":"2026-05-04T03:02:01.007Z","recordedAt":"{{recordedAt}}","actor":"""
                + $$"""{"subject":"李 \"o'neil\"","role":"unit","unitId":"u1"},"commandId":"{{draft.Id}}","data":{{Data}}}""",
            one.Line);
        using var parsed = JsonDocument.Parse(one.Line);
        Assert.Equal(
            ["stream", "version", "kind", "occurredAt", "recordedAt", "actor", "commandId", "data"],
            parsed.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_columns_say_the_same_as_the_line()
    {
        var at = new DateTimeOffset(1999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero);
        var draft = Draft().Event(Incident("a"), 0, "IncidentCreated", "{}", at);
        await CommitAsync(draft);
        var one = Assert.Single(await EventsAsync());
        Assert.Equal(
            (Incident("a"), 1, "IncidentCreated", at, draft.Id), (one.Stream, one.Version, one.Kind, one.OccurredAt, one.CommandId));
    }

    [Fact]
    public async Task Each_streams_hashes_can_be_recomputed_from_the_lines_alone_over_many_appends_and_a_restart()
    {
        for (var i = 0; i < 20; i++)
        {
            var draft = Draft().Event(Incident("a"), i * 2, data: $$"""{"n":{{i}},"t":"{{new string('字', i * 100)}}"}""");
            await CommitAsync(draft.Event(Unit($"u{i % 3}"), i / 3).Event(Incident("a"), i * 2));
            if (i == 10)
                await RestartAsync();
        }

        var events = await EventsAsync();
        Assert.Equal(60, events.Count);
        Whole.Check(events);
        foreach (var last in events.GroupBy(e => e.Stream).Select(g => g.Last()))
            Assert.Equal(last.Hash, (await Journal.FindAsync(last.Stream, Cancellation))!.Hash);
    }

    [Fact]
    public async Task The_time_of_recording_is_whole_milliseconds_of_the_clock_and_one_for_all_events_of_an_append()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var result = await CommitAsync(Draft().Event(Unit("u"), 0).Event(Unit("v"), 0));
        Assert.InRange(result.RecordedAt, before, DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Equal(0, result.RecordedAt.Ticks % TimeSpan.TicksPerMillisecond);
        Assert.All(await EventsAsync(), e => Assert.Equal(result.RecordedAt, e.RecordedAt));
    }

    [Fact]
    public async Task The_longest_line_is_carried_whole()
    {
        var data = $$"""{"text":"{{new string('警', JournalLimits.LineLength - 11)}}"}""";
        Assert.Equal(JournalLimits.LineLength, data.Length);
        await CommitAsync(Draft().Event(Unit("u"), 0, data: data));
        Assert.EndsWith(data + "}", Assert.Single(await EventsAsync()).Line, StringComparison.Ordinal);
        Whole.Check(await EventsAsync());
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0xD83D)]
    [InlineData(0xDE94)]
    public async Task What_is_no_text_is_refused_and_its_neighbours_of_the_batch_are_written(int unit)
    {
        // As a number: an attribute's text cannot hold half a pair.
        var poison = $"\"{(char)unit}\"";
        var tasks = Enumerable.Range(0, 24)
            .Select(i => Draft().Event(Unit($"u{i}"), 0, data: i == 11 ? $$"""{"t":{{poison}}}""" : "{}").Build())
            .Select(append => Journal.AppendAsync(append, Cancellation).AsTask())
            .ToArray();
        await Assert.ThrowsAnyAsync<Exception>(() => tasks[11]);
        foreach (var i in Enumerable.Range(0, 24).Where(i => i != 11))
            Assert.Equal(AppendOutcome.Committed, (await tasks[i]).Outcome);
        Assert.Equal([0], await Journal.VersionsAsync([Unit("u11")], Cancellation));
        Whole.Check(await EventsAsync());
    }
}
