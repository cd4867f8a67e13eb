using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Limits are refused at the door; nothing of such a request is queued.</summary>
public abstract class LimitTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task The_most_streams_and_the_most_events_go_through_and_one_more_does_not()
    {
        await CommitAsync(Many(JournalLimits.StreamsPerAppend, JournalLimits.EventsPerAppend));
        await RefusedAsync(Many(JournalLimits.StreamsPerAppend + 1, JournalLimits.StreamsPerAppend + 1));
        await RefusedAsync(Many(1, JournalLimits.EventsPerAppend + 1));
        var events = await EventsAsync();
        Assert.Equal(JournalLimits.EventsPerAppend, events.Count);
        Whole.Check(events);
    }

    [Fact]
    public async Task An_append_without_an_event_needs_a_key() => await RefusedAsync(Draft().Head(Unit("u"), 0));

    [Fact]
    public async Task Data_longer_than_a_line_is_refused() =>
        await RefusedAsync(Draft().Event(Unit("u"), 0, data: $"\"{new string('x', JournalLimits.LineLength)}\""));

    [Theory]
    [InlineData(0)]
    [InlineData(JournalLimits.EventsPerPage + 1)]
    public async Task A_page_of_no_size_or_too_large_a_size_is_refused(int limit)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Journal.ReadAsync(JournalPosition.Start, limit, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Journal.ReadStreamAsync(Unit("u"), 0, limit, Cancellation));
    }

    private Draft Many(int streams, int events)
    {
        var draft = Draft();
        for (var i = 0; i < events; i++)
            draft.Event(Unit($"u{i % streams}"), 0);
        return draft;
    }

    private async Task RefusedAsync(Draft draft) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Journal.AppendAsync(draft.Build(), Cancellation));
}
