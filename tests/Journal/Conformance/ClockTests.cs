using Microsoft.Extensions.Time.Testing;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The time of recording when the clock goes back; for databases whose clock a test can turn.</summary>
public abstract class ClockTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, 123, TimeSpan.Zero).AddTicks(4567));

    [Fact]
    public async Task The_time_of_recording_never_falls_also_when_the_clock_does_and_over_a_restart()
    {
        await RestartAsync(_clock);
        var first = await CommitAsync(Draft().Event(Unit("u"), 0));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 12, 0, 0, 123, TimeSpan.Zero), first.RecordedAt);

        var behind = new FakeTimeProvider(_clock.GetUtcNow().AddHours(-1));
        await RestartAsync(behind);
        Assert.Equal(first.RecordedAt, (await CommitAsync(Draft().Event(Unit("u"), 1))).RecordedAt);

        behind.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(1));
        Assert.Equal(first.RecordedAt.AddMilliseconds(1), (await CommitAsync(Draft().Event(Unit("u"), 2))).RecordedAt);
        Whole.Check(await EventsAsync());
    }
}
