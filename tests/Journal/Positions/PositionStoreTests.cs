using Tocsin.Identity;
using Tocsin.Positions;

namespace Tocsin.Tests.Journal.Positions;

/// <summary>
/// What every store of positions must do: the newest of each unit, tracks in order and bounded, and nothing that was to be forgotten.
/// </summary>
public abstract class PositionStoreTests(Func<Task<IPositionStore>> open) : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 24, 12, 0, 0, 123, TimeSpan.Zero);
    private IPositionStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await open();

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is IAsyncDisposable slow)
            await slow.DisposeAsync();
        (_store as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_kept_comes_back_as_it_was()
    {
        var (whole, bare) = (
            new PositionReport("P1", -36.5, 179.999999, s_noon, 12.5, 359.9, 4.5, "北斗"),
            new PositionReport("巡二", 90, -180, s_noon.AddSeconds(1), null, null));
        await _store.SaveAsync([whole, bare], [], Cancellation);
        Assert.Equal([whole, bare], (await _store.LoadAsync(Cancellation)).OrderBy(r => r.At));
    }

    [Fact]
    public async Task An_older_position_never_replaces_a_newer_one()
    {
        await _store.SaveAsync([Report("P1", 5)], [], Cancellation);
        await _store.SaveAsync([Report("P1", 4), Report("P2", 1)], [], Cancellation);
        await _store.SaveAsync([Report("P1", 5, lat: 79)], [], Cancellation);
        Assert.Equal([Report("P2", 1), Report("P1", 5)], (await _store.LoadAsync(Cancellation)).OrderBy(r => r.At));
        var network = Report("P1", 6) with { Accuracy = 800, Source = "network" };
        await _store.SaveAsync([network], [], Cancellation);
        Assert.Contains(network, await _store.LoadAsync(Cancellation));

        // One that does not say how good it is takes nothing over from the one before it.
        await _store.SaveAsync([Report("P1", 7)], [], Cancellation);
        Assert.Contains(Report("P1", 7), await _store.LoadAsync(Cancellation));
    }

    [Fact]
    public async Task A_track_is_told_from_and_to_oldest_first_and_of_too_many_points_the_newest()
    {
        await _store.SaveAsync([], [.. new[] { 3, 1, 5, 2, 4 }.Select(s => Report("P1", s)), Report("P2", 3)], Cancellation);
        Assert.Equal([1, 2, 3, 4, 5], await SecondsAsync(0, 9, 100));
        Assert.Equal([2, 3], await SecondsAsync(2, 4, 100));
        Assert.Equal([4, 5], await SecondsAsync(0, 9, 2));
        Assert.Empty(await SecondsAsync(6, 9, 100));
    }

    [Fact]
    public async Task A_point_that_is_kept_again_stands_there_once()
    {
        await _store.SaveAsync([], [Report("P1", 1)], Cancellation);
        await _store.SaveAsync([], [Report("P1", 1), Report("P1", 2)], Cancellation);
        Assert.Equal([1, 2], await SecondsAsync(0, 9, 100));
    }

    [Fact]
    public async Task What_is_forgotten_is_gone_and_the_last_known_position_stays()
    {
        await _store.SaveAsync([Report("P1", 2)], [Report("P1", 1), Report("P1", 2), Report("P1", 3)], Cancellation);
        await _store.ForgetAsync(s_noon.AddSeconds(3), Cancellation);
        Assert.Equal([3], await SecondsAsync(0, 9, 100));
        Assert.Equal([Report("P1", 2)], await _store.LoadAsync(Cancellation));
    }

    [Fact]
    public async Task Where_everybody_was_at_an_instant_is_the_last_point_before_it_unless_that_is_too_old()
    {
        var last = Report("P1", 9) with { Accuracy = 12, Source = "gps" };
        await _store.SaveAsync([], [Report("P1", 1), Report("P1", 5), last, Report("P2", 4), Report("P3", 1)], Cancellation);
        Assert.Equal(
            [Report("P1", 5), Report("P2", 4)],
            (await _store.AtAsync(s_noon.AddSeconds(6), TimeSpan.FromSeconds(4), Cancellation)).OrderBy(r => r.UnitId));
        Assert.Contains(last, await _store.AtAsync(s_noon.AddSeconds(9), TimeSpan.FromSeconds(1), Cancellation));
    }

    [Fact]
    public async Task Several_that_save_at_once_leave_the_newest_of_each()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                await _store.SaveAsync(
                    [.. Enumerable.Range(0, 20).Select(u => Report($"U{(u + writer * 7) % 20:00}", (round * 8) + writer))],
                    [],
                    Cancellation);
            }
        })));
        Assert.Equal(
            Enumerable.Range(0, 20).Select(u => Report($"U{u:00}", 39)),
            (await _store.LoadAsync(Cancellation)).OrderBy(r => r.UnitId, StringComparer.Ordinal));
    }

    private static PositionReport Report(string unit, int second, double lat = 36.5) =>
        new(unit, lat, 113 + (second / 10.0), s_noon.AddSeconds(second), second, null);

    private async Task<IEnumerable<int>> SecondsAsync(int from, int to, int limit) =>
        (await _store.TrackAsync(UnitId.Of("P1"), s_noon.AddSeconds(from), s_noon.AddSeconds(to), limit, Cancellation))
            .Select(r => (int)(r.At - s_noon).TotalSeconds);
}
