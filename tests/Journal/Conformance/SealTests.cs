using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Journal.Sealing;
using Tocsin.Secrets;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The seals: one a minute, each behind the other, and none holds once something before it was changed.</summary>
public abstract class SealTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 12, 0, 30, TimeSpan.Zero));

    private SealAudit Audit => new(Host.Seals, new Keys(1));

    [Fact]
    public async Task A_minute_is_sealed_once_and_says_how_many_streams_moved()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Event(Unit("b"), 0));
        var last = await CommitAsync(Draft().Event(Unit("a"), 1));
        var seal = await SealAsync();
        Assert.Equal(
            (new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero), last.LastPosition, 2), (seal!.Minute, seal.Position, seal.Count));
        Assert.Null(await SealAsync());

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await SealAsync())!.Count);
        Assert.Null(await Audit.FindBrokenAsync(Cancellation));
    }

    [Fact]
    public async Task Of_many_silos_one_seals_the_minute()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        var seals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(SealAsync)));
        Assert.Single(seals, seal => seal is not null);
    }

    [Fact]
    public async Task Of_several_minutes_behind_one_seal_one_is_sealed()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        var first = await SealAsync();
        var others = Enumerable.Range(1, 12).Select(i => first! with { Minute = first.Minute.AddMinutes(i) }).ToList();
        for (var round = 0; round < others.Count; round += 4)
        {
            var last = await Host.Seals.LastSealAsync(Cancellation);
            var added = await Task.WhenAll(
                others.Skip(round).Take(4).Select(seal => Task.Run(() => Host.Seals.TryAddSealAsync(seal, last, Cancellation).AsTask())));
            Assert.Single(added, yes => yes);
        }
    }

    [Fact]
    public async Task A_seal_does_not_hold_once_an_event_before_it_was_changed_with_its_hash()
    {
        await ThreeMinutesAsync();
        Assert.Null(await Audit.FindBrokenAsync(Cancellation));
        await Database.RunAsync("UPDATE journal SET hash = (SELECT hash FROM journal WHERE position = 1) WHERE position = 2");
        Assert.Equal(1, (await Audit.FindBrokenAsync(Cancellation))!.Minute.Minute);
    }

    [Fact]
    public async Task A_seal_that_was_taken_away_is_missed_by_the_next()
    {
        await ThreeMinutesAsync();
        await Database.RunAsync("DELETE FROM seal WHERE position = 2");
        Assert.Equal(2, (await Audit.FindBrokenAsync(Cancellation))!.Minute.Minute);
    }

    [Fact]
    public async Task Without_the_key_no_seal_can_be_made()
    {
        await ThreeMinutesAsync();
        Assert.NotNull(await new SealAudit(Host.Seals, new Keys(2)).FindBrokenAsync(Cancellation));
    }

    private async Task ThreeMinutesAsync()
    {
        for (var version = 0; version < 3; version++)
        {
            await CommitAsync(Draft().Event(Unit("a"), version));
            Assert.NotNull(await SealAsync());
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private Task<Seal?> SealAsync()
    {
        var sealer = new Sealer(Journal, Host.Seals, new Keys(1), _clock, NullLogger<Sealer>.Instance);
        return sealer.SealAsync(Cancellation);
    }

    private sealed class Keys(byte number) : IKeyRing
    {
        public byte[] KeyFor(string purpose) => [.. Enumerable.Repeat(number, 32)];
    }
}
