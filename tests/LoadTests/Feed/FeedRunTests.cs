using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tocsin.Tests.Load.Feed;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.LoadTests.Feed;

/// <summary>
/// The judgement of feed clients: whatever a feed does wrong to one of them is seen, and a feed that does nothing wrong passes.
/// </summary>
public sealed class FeedRunTests : IAsyncLifetime
{
    private const int Start = 100;
    private const int Events = 40;
    private readonly WebApplication _app;
    private Func<int, List<long>, IEnumerable<long>> _spoil = (_, told) => told;
    private int _connections;
    private int _boards;

    public FeedRunTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/dev/token", () => Results.Json(new { token = "t" }));

        // At the start, and for each of two clients; then it is over.
        _app.MapGet(
            "/api/v1/board",
            () => Results.Json(new { epoch = "e", position = Interlocked.Increment(ref _boards) <= 3 ? Start : Start + Events }));
        _app.MapGet("/api/v1/feed", FeedAsync);
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Everything_once_in_order_is_good_also_over_cuts()
    {
        _spoil = (connection, told) => told.Take(connection <= 8 ? 10 : Events);
        var result = await RunAsync();
        Assert.Equal((Events, 2L * Events, 0), (result.Events, result.Told, result.Inexact));
        Assert.Equal(8, result.Connections);
        Assert.Empty(result.Failures());
    }

    [Fact]
    public async Task One_event_that_one_client_does_not_get_is_seen() =>
        Assert.Equal((1, 0, 0, 1), Wrong(await RunAsync((connection, told) => connection == 1 ? told.Where(p => p != Start + 17) : told)));

    [Fact]
    public async Task One_event_that_comes_twice_is_seen() =>
        Assert.Equal((0, 1, 0, 1), Wrong(await RunAsync((connection, told) => connection == 1 ? told.Append(told[3]) : told)));

    [Fact]
    public async Task Two_events_that_change_places_are_seen() =>
        Assert.Equal(
            (0, 0, 1, 1), Wrong(await RunAsync((connection, told) => connection == 1 ? [told[1], told[0], .. told.Skip(2)] : told)));

    [Fact]
    public async Task One_event_that_says_something_else_is_seen()
    {
        var result = await RunAsync((connection, told) => connection == 1 ? [-told[0], .. told.Skip(1)] : told);
        Assert.Equal((1, 1), (result.Altered, result.Inexact));
    }

    [Fact]
    public async Task A_truth_with_a_hole_is_no_truth() =>
        Assert.NotEmpty((await RunAsync((_, told) => told.Where(p => p != Start + 17))).Faults);

    private static (long Missed, long Repeated, long OutOfOrder, int Inexact) Wrong(FeedRunResult result) =>
        (result.Missed, result.Repeated, result.OutOfOrder, result.Inexact);

    private Task<FeedRunResult> RunAsync(Func<int, List<long>, IEnumerable<long>> spoil)
    {
        _spoil = spoil;
        return RunAsync();
    }

    private async Task<FeedRunResult> RunAsync()
    {
        var url = new Uri(_app.Urls.First());
        var options = new FeedRunOptions(2, url, url, null, TimeSpan.FromSeconds(1), 1, [], [], null, Trails: false, Record: null);
        using var run = new FeedRun(options, new TokenBook("x", null, ["key"]), TimeProvider.System);
        return await run.RunAsync(_ => { }, TestContext.Current.CancellationToken);
    }

    // Tells what comes after the client's position, spoiled; then it hangs up, unless the end has been told.
    private async Task FeedAsync(HttpContext http)
    {
        var connection = Interlocked.Increment(ref _connections);
        var after = long.Parse(
            http.Request.Headers["Last-Event-ID"] is [{ } last] ? last : http.Request.Query["after"].ToString(),
            CultureInfo.InvariantCulture);
        http.Response.ContentType = "text/event-stream";
        var left = Enumerable.Range(Start + 1, Events).Select(p => (long)p).Where(p => p > after).ToList();
        var told = _spoil(connection, left).ToList();
        var text = new StringBuilder();
        foreach (var position in told)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"id: {Math.Abs(position)}\nevent: NoteAdded\ndata: {{\"position\":{position},\"stream\":\"station/s\",");
            text.Append(CultureInfo.InvariantCulture, $"\"recordedAt\":\"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}\",\"view\":null}}\n\n");
        }

        await http.Response.WriteAsync(text.ToString());
        await http.Response.Body.FlushAsync();
        if (told.Count == 0 || told.Contains(Start + Events))
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
