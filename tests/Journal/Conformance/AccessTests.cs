using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Access;
using Tocsin.Auditing;
using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The access log: each item once, found by its filters, chained, sealed, and removed in whole spans.</summary>
public abstract class AccessTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);

    private IAccessStore Log => Database.Access;

    private AccessSpans Spans => new(Log, _clock);

    [Fact]
    public async Task An_item_is_written_once_however_often_its_batch_comes()
    {
        Assert.Equal(3, await Log.AppendAsync(Batch("a", 1, 2, 3), Cancellation));
        Assert.Equal(3, await Log.AppendAsync(Batch("a", 1, 2, 3), Cancellation));
        Assert.Equal(4, await Log.AppendAsync(Batch("a", 3, 4), Cancellation));
        Assert.Equal(4, await Log.AppendAsync(Batch("a", 2), Cancellation));
        Assert.Equal(1, await Log.AppendAsync(Batch("b", 1), Cancellation));
        Assert.Equal(["a1", "a2", "a3", "a4", "b1"], await AllAsync());
        Assert.Equal(5, await Log.EndAsync(Cancellation));
    }

    [Fact]
    public async Task Of_the_same_batch_by_many_at_once_one_is_written()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Task.WhenAll(Log.AppendAsync(Batch("a", 1, 2), Cancellation), Log.AppendAsync(Batch($"s{i}", 1), Cancellation))));
        Assert.Equal(8, (await AllAsync()).Count);
        Assert.Equal(8, await Log.EndAsync(Cancellation));
    }

    [Fact]
    public async Task Items_are_found_by_person_thing_and_time_newest_first_page_by_page()
    {
        AccessEntry[] entries =
        [
            Entry(1, 0, "wang", "call/c1"), Entry(2, 5, "wang", null), Entry(3, 5, "li", "call/c1"), Entry(4, 2, null, null),
        ];
        await Log.AppendAsync(new AccessBatch("g", entries), Cancellation);
        Assert.Equal(["3", "2", "4", "1"], await FoundAsync(new AccessFilter(null, null, null, null, 10, null)));
        Assert.Equal(["2", "1"], await FoundAsync(new AccessFilter("wang", null, null, null, 10, null)));
        Assert.Equal(["3", "1"], await FoundAsync(new AccessFilter(null, "call/c1", null, null, 10, null)));
        Assert.Equal(["4"], await FoundAsync(new AccessFilter(null, null, Noon.AddSeconds(2), Noon.AddSeconds(5), 10, null)));
        Assert.Equal(["1"], await FoundAsync(new AccessFilter("wang", "call/c1", null, Noon.AddSeconds(1), 10, null)));
        var page = await Log.ListAsync(new AccessFilter(null, null, null, null, 10, null), null, 2, Cancellation);
        var place = new AccessPlace(page[^1].At, page[^1].Id);
        Assert.Equal(["4", "1"], await FoundAsync(new AccessFilter(null, null, null, null, 10, null), place));
    }

    [Fact]
    public async Task Each_seal_covers_what_was_written_before_it()
    {
        Assert.Null(await TrySealAsync());
        await Log.AppendAsync(Batch("a", 1, 2), Cancellation);
        Assert.Equal(1, await SealAsync());
        Assert.Null(await TrySealAsync());
        await Log.AppendAsync(Batch("a", 3), Cancellation);
        Assert.Equal(2, await SealAsync());
        var spans = await Log.SpansAsync(0, 10, Cancellation);
        Assert.Equal([(1L, 1L, 2L), (2L, 3L, 3L)], spans.Select(s => (s.Number, s.First, s.Last)));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Of_one_second_there_is_one_span_however_many_silos_look()
    {
        _clock.SetUtcNow(Noon.AddMilliseconds(1200));
        await Log.AppendAsync(Batch("a", 1), Cancellation);
        var first = await Spans.DigestAsync(Cancellation);
        await Log.AppendAsync(new AccessBatch("b", [Entry(1, 1, "li", null)]), Cancellation);
        _clock.SetUtcNow(Noon.AddMilliseconds(1999));
        Assert.Equal(first, await Spans.DigestAsync(Cancellation));
        _clock.SetUtcNow(Noon.AddSeconds(2));
        Assert.NotEqual(first, await Spans.DigestAsync(Cancellation));

        // Items of a gateway whose clock is ahead do not wait for it.
        await Log.AppendAsync(Batch("a", 1000), Cancellation);
        await Spans.DigestAsync(Cancellation);
        await Log.AppendAsync(Batch("a", 1001), Cancellation);
        await Spans.DigestAsync(Cancellation);
        Assert.Equal([1L, 2L, 3L, 4L], (await Log.SpansAsync(0, 10, Cancellation)).Select(s => s.Last));
    }

    [Fact]
    public async Task A_silo_of_an_earlier_version_seals_without_the_access_log_and_the_next_signed_seal_covers_it()
    {
        await Log.AppendAsync(Batch("a", 1), Cancellation);
        await SealAsync();
        await Log.AppendAsync(Batch("a", 2), Cancellation);
        await CommitAsync(Draft().Event(Unit("a"), 0));
        Assert.Equal("", (await TrySealAsync(signed: false))!.Parts);
        Assert.Equal(2, await SealAsync());

        // The event is of no rule.
        Assert.Equal([FindingKind.Unreadable], await AuditAsync());
    }

    [Fact]
    public async Task A_log_that_was_put_back_to_an_earlier_state_is_found_also_once_it_went_on()
    {
        await Log.AppendAsync(Batch("a", 1), Cancellation);
        await SealAsync();
        await Log.AppendAsync(Batch("a", 2), Cancellation);
        await SealAsync();
        await Database.RunOnAccessAsync("DELETE FROM access_span WHERE number = 2");
        await Database.RunOnAccessAsync("DELETE FROM access WHERE id = 2");
        Assert.Equal([FindingKind.AccessBroken], await AuditAsync());
        await Log.AppendAsync(Batch("a", 3), Cancellation);
        await SealAsync();
        Assert.Equal([FindingKind.AccessBroken], await AuditAsync());
    }

    [Fact]
    public async Task A_log_that_was_lost_is_missed()
    {
        await Log.AppendAsync(Batch("a", 1), Cancellation);
        await SealAsync();
        await using var snapshot = await Database.AuditAsync();
        var report = await new JournalAudit(snapshot, SealKeys.Of(Sealing.Keys), TimeProvider.System).RunAsync(Cancellation);
        Assert.Equal([FindingKind.AccessBroken], report.Findings.Told.Select(f => f.Kind));
    }

    [Fact]
    public async Task Of_many_silos_one_closes_a_span()
    {
        await Log.AppendAsync(Batch("a", 1, 2), Cancellation);
        _clock.SetUtcNow(Noon.AddMinutes(1));
        var digests = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Spans.DigestAsync(Cancellation).AsTask())));
        var span = Assert.Single(await Log.SpansAsync(0, 10, Cancellation));
        Assert.All(digests, digest => Assert.Equal(span.Hash, digest));
    }

    [Theory]
    [InlineData("UPDATE access SET line = 'other' WHERE id = 2")]
    [InlineData("DELETE FROM access WHERE id = 1")]
    [InlineData("DELETE FROM access_span WHERE number = 2")]
    [InlineData("DELETE FROM access_span WHERE number = 1")]
    [InlineData("UPDATE access_span SET digest = hash WHERE number = 1")]
    [InlineData("UPDATE access_span SET last = 1 WHERE number = 1")]
    [InlineData("UPDATE access_span SET removed = {true} WHERE number = 2")]
    [InlineData("DELETE FROM access WHERE id = 4")]
    public async Task What_was_changed_by_hand_is_found(string damage)
    {
        await Log.AppendAsync(Batch("a", 1, 2), Cancellation);
        await SealAsync();
        await Log.AppendAsync(Batch("a", 3), Cancellation);
        await SealAsync();
        await Log.AppendAsync(Batch("a", 4, 5), Cancellation);
        Assert.Empty(await AuditAsync());
        await Database.RunOnAccessAsync(damage.Replace("{true}", Database.IsShared ? "true" : "1", StringComparison.Ordinal));
        Assert.Contains(FindingKind.AccessBroken, await AuditAsync());
    }

    [Fact]
    public async Task Items_are_removed_in_whole_sealed_spans_once_all_of_them_are_old()
    {
        await Log.AppendAsync(new AccessBatch("a", [Entry(1, 0, "wang", null), Entry(2, 100, "wang", null)]), Cancellation);
        await SealAsync();
        await Log.AppendAsync(new AccessBatch("a", [Entry(3, 50, "wang", null)]), Cancellation);
        _clock.Advance(TimeSpan.FromHours(1));
        await Spans.DigestAsync(Cancellation);
        var options = new AccessOptions { KeepTime = TimeSpan.FromDays(10) };
        using var metrics = new AccessMetrics();
        using var keeping = new AccessKeeping(
            Log, Host.Seals, metrics, Options.Create(options), _clock, NullLogger<AccessKeeping>.Instance);
        _clock.SetUtcNow(Noon.AddDays(10).AddSeconds(100));
        Assert.Equal(0, await keeping.RemoveAsync(Cancellation));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await keeping.RemoveAsync(Cancellation));
        Assert.Equal(["3"], await AllAsync());

        // No seal covers the second span yet.
        Assert.Equal(0, await keeping.RemoveAsync(Cancellation));
        await SealAsync();
        Assert.Equal(1, await keeping.RemoveAsync(Cancellation));
        Assert.Empty(await AuditAsync());

        // Numbers go on where the removed rows ended.
        await Log.AppendAsync(new AccessBatch("a", [Entry(4, 200, "wang", null)]), Cancellation);
        await SealAsync();
        Assert.Equal(4, (await Log.LastSpanAsync(Cancellation))!.First);
        Assert.Empty(await AuditAsync());
    }

    private static AccessBatch Batch(string source, params int[] numbers) => new(
        source,
        [.. numbers.Select(n => Entry(n, n, "wang", null) with { Line = string.Create(CultureInfo.InvariantCulture, $"{source}{n}") })]);

    private static AccessEntry Entry(int number, int second, string? subject, string? thing) =>
        new(number, Noon.AddSeconds(second), subject, thing, number.ToString(CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<string>> AllAsync()
    {
        var lines = new List<string>();
        await foreach (var row in Log.RowsAsync(0, long.MaxValue, Cancellation))
            lines.Add(row.Line);
        return lines;
    }

    private async Task<IEnumerable<string>> FoundAsync(AccessFilter filter, AccessPlace? before = null) =>
        (await Log.ListAsync(filter, before, filter.Limit, Cancellation)).Select(r => r.Line);

    private async Task<Seal?> TrySealAsync(bool signed = true)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        return await Sealing.Of(Host, _clock, signed, Spans).SealAsync(Cancellation);
    }

    // The number of the span that the seal covers.
    private async Task<long?> SealAsync()
    {
        var seal = (await TrySealAsync())!;
        return await Log.NumberOfAsync(SealParts.Read(seal.Parts)[AccessSpans.PartName], Cancellation);
    }

    private async Task<IEnumerable<FindingKind>> AuditAsync()
    {
        await using var snapshot = await Database.AuditAsync();
        var report = await new JournalAudit(snapshot, SealKeys.Of(Sealing.Keys), TimeProvider.System, access: Log).RunAsync(Cancellation);
        return report.Findings.Told.Select(f => f.Kind);
    }
}
