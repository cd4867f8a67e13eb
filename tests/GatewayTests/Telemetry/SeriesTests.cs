using System.Text.RegularExpressions;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Telemetry;

/// <summary>
/// How many series a process has is bounded by its code, not by what people and their enemies send: a label is a word of a closed set,
/// never an id, a path, a category or a name.
/// </summary>
[Collection(typeof(AloneInTheProcess))]
public sealed partial class SeriesTests
{
    private const int Some = 20;
    private const int Many = 210;

    [Fact]
    public async Task What_is_sent_makes_no_series()
    {
        await using var gateway = await TestGateway.Real();
        await SendAsync(gateway, 0, Some);
        var before = await SeriesAsync(gateway);
        await SendAsync(gateway, Some, Many);
        var after = await SeriesAsync(gateway);

        Assert.True(before.Count > 100, "There is something to see.");
        Assert.Equal("", string.Join('\n', after.Except(before).Where(s => !Own(s))));
        Assert.DoesNotContain(after, s => Hostile().IsMatch(s));
        Assert.DoesNotContain(after, s => !Names(s) && Id().IsMatch(s));
        Assert.DoesNotContain(after, s => s.Contains("otel_metric_overflow", StringComparison.Ordinal));
    }

    /// <summary>
    /// Series that come with time or by chance, and not by what is sent: of the runtime, of Orleans' own housekeeping, of the seals of each
    /// second, of this test's looking. Their labels are looked at like all others.
    /// </summary>
    private static bool Own(string series) =>
        series.StartsWith("dotnet_", StringComparison.Ordinal)
        || series.StartsWith("orleans_", StringComparison.Ordinal)
        || series.StartsWith("tocsin_journal_seals_total", StringComparison.Ordinal)
        || series.StartsWith("aspnetcore_memory_pool_", StringComparison.Ordinal)
        || series.Contains("\"/metrics\"", StringComparison.Ordinal);

    /// <summary>The two that name the build and the process; one of each.</summary>
    private static bool Names(string series) =>
        series.StartsWith("target_info{", StringComparison.Ordinal) || series.StartsWith("tocsin_build_info{", StringComparison.Ordinal);

    /// <summary>
    /// Everything that somebody outside may choose, each time another: paths, methods, queries, categories, stations, kinds, ids, headers,
    /// roles.
    /// </summary>
    private static async Task SendAsync(TestGateway gateway, int from, int count)
    {
        var (admin, dispatcher, supervisor) = (await gateway.As("admin"), await gateway.As("dispatcher"), await gateway.As("supervisor"));
        await Parallel.ForEachAsync(Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var word = $"hostile-{i}";
            await dispatcher.Get($"/{word}");
            await dispatcher.Get($"/incidents/{word}/{word}");
            await dispatcher.Get($"/incidents/{word}");
            await dispatcher.Send($"{(char)('A' + (i % 26))}HOSTILE{i}", "/incidents", null);
            await dispatcher.Get($"/incidents?q={word}&{word}={word}");
            await gateway.With(word).Get("/incidents");
            await dispatcher.Post($"/incidents/{word}/notes", new { text = word }, ("Idempotency-Key", word), ("User-Agent", word));
            (await admin.Put($"/stations/{word}", new { name = word, areaClass = "city" })).Expect(201);
            (await admin.Put($"/units/{word}", new { callSign = word, kind = word, station = word, capabilities = new[] { word } }))
                .Expect(201);
            (await admin.Post($"/units/{word}/duty", new { onDuty = true })).Expect(200);
            var id = (await dispatcher.Post(
                "/incidents", new { category = word, priority = 1 + (i % 4), station = word, narrative = word })).Expect(201).String("id");
            (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { word } })).Expect(200);
            (await dispatcher.Post(
                $"/incidents/{id}/feedback", new { unitId = word, outcome = word, results = new Dictionary<string, int> { [word] = 1 } }))
                .Expect(200);
            (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = word })).Expect(200);
            (await dispatcher.Post("/calls", new { callerNumber = word, line = word })).Expect(201);
            (await supervisor.Get($"/overdue?station={word}&unit={word}")).Expect(200);
        });
    }

    private static async Task<HashSet<string>> SeriesAsync(TestGateway gateway) =>
        [.. (await gateway.Http.GetStringAsync("/metrics")).Split('\n').Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => Series().Match(l).Value)];

    [GeneratedRegex(@"^[^{ ]+(\{.*\})?")]
    private static partial Regex Series();

    [GeneratedRegex("hostile", RegexOptions.IgnoreCase)]
    private static partial Regex Hostile();

    // What the product makes ids of, and numbers that people say aloud; not a version, a port or a bucket's bound.
    [GeneratedRegex("\"[^\"]*([0-9a-f]{16}|[0-9a-hjkmnp-tv-z]{20}|[0-9]{6}-[0-9]{4})[^\"]*\"")]
    private static partial Regex Id();
}
