using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Live;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;
using Hand = Tocsin.Tests.GatewayTests.SignIn.Tokens;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>How a feed ends, and what a client has then: a reason, and a position from which it misses nothing.</summary>
public sealed class FeedEndTests
{
    private static readonly TimeSpan s_cutWait = TimeSpan.FromSeconds(20);

    // What a client on this machine leaves unread, the kernel holds for it: some megabytes. More must be written than that.
    private const int EventBytes = 512 * 1024;

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_with_a_reason_and_misses_nothing_when_it_comes_back()
    {
        var journal = new ToldJournal().Write(1);
        await using var gateway = await GatewayAsync(journal);
        using var narrow = Narrow(gateway);
        var token = await gateway.Token("dispatcher");
        var seen = new List<long>();
        await using (var feed = await FeedReader.OpenAsync(gateway, token, "?after=0", http: narrow))
        {
            var cut = CutAsync(gateway);
            journal.Write(40, EventBytes);
            await cut;
            FeedReader.Frame frame;
            for (frame = (await feed.NextAsync())!; frame.Name != "cut"; frame = (await feed.NextAsync())!)
                Note(seen, frame);
            Assert.Equal("tooSlow", frame.Data.GetProperty("code").GetString());
            Assert.Null(await feed.NextAsync());
        }

        Assert.InRange(seen.Count, 1, 40);

        // On a busy machine whoever reads is cut now and then, too, and comes back in the same way.
        for (var returns = 0; seen.Count < 41; returns++)
        {
            Assert.InRange(returns, 0, 40);
            await using var again = await FeedReader.OpenAsync(gateway, token, "?after=0", $"{seen[^1]}");
            while (seen.Count < 41 && await again.NextAsync() is { Name: not "cut" } frame)
                Note(seen, frame);
        }

        Assert.Equal(Enumerable.Range(1, 41).Select(p => (long)p), seen);
    }

    [Fact]
    public async Task A_gateway_that_stops_ends_its_feeds_and_is_not_held_up_by_them()
    {
        await using var gateway = await GatewayAsync(new ToldJournal().Write(1));
        var token = await gateway.Token("dispatcher");
        await using var one = await FeedReader.OpenAsync(gateway, token, "?after=1");
        await using var two = await FeedReader.OpenAsync(gateway, token, "?after=0&positions=all&presence=true");
        Assert.Equal(1, (await one.NextAsync())!.Id);
        Assert.Equal(0, (await two.NextAsync())!.Id);
        await gateway.Stop().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        while (await one.NextAsync() is { } frame)
            Assert.Null(frame.Name);
    }

    [Fact]
    public async Task When_its_token_ends_a_client_is_told_that_it_must_sign_in_again()
    {
        await using var gateway = await GatewayAsync(new ToldJournal().Write(1));
        var key = Hand.Hmac(await gateway.Cluster.OnKey());

        // Enough for a busy machine to open the feed.
        var end = DateTimeOffset.UtcNow.AddSeconds(8).ToUnixTimeSeconds();
        var claims = Hand.Claims("tocsin-dev", null, ("sub", "wang"), ("roles", "dispatcher"), ("exp", end));
        await using var feed = await FeedReader.OpenAsync(gateway, Hand.Make("HS256", null, claims, key), "?after=1");
        var cut = await feed.UntilAsync(f => f.Name is not null);
        Assert.Equal(("cut", "unauthenticated"), (cut.Name, cut.Data.GetProperty("code").GetString()));
        Assert.Null(await feed.NextAsync());
    }

    [Fact]
    public async Task Each_client_hears_up_to_where_it_was_told_also_when_nothing_is_its_affair()
    {
        var journal = new ToldJournal().Write(3);
        await using var gateway = await GatewayAsync(journal);
        await using var feed = await FeedReader.OpenAsync(gateway, await gateway.Token("dispatcher"), "?after=2&kinds=NoteAdded");
        Assert.Equal(2, (await feed.NextAsync())!.Id);
        journal.Write(4);
        var heartbeat = await feed.UntilAsync(f => f.Id == 7);
        Assert.Equal((null, JsonValueKind.Undefined), (heartbeat.Name, heartbeat.Data.ValueKind));
        Assert.Equal(7, (await feed.NextAsync())!.Id);
    }

    private static Task<TestGateway> GatewayAsync(ToldJournal journal) => TestGateway.Fake(
        adjust: builder => builder.Services.AddSingleton(
            new FeedTiming(
                SlowAfter: TimeSpan.FromMilliseconds(300),
                CutWait: s_cutWait,
                HeartbeatInterval: TimeSpan.FromMilliseconds(100))),
        live: journal);

    // A client with next to no buffer of its own.
    private static HttpClient Narrow(TestGateway gateway) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4 * 1024 };
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = gateway.Address };

    // By this gateway's own count: what /metrics shows is shared by all gateways of the process.
    private static async Task CutAsync(TestGateway gateway)
    {
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "tocsin.feed.cut" && instrument.Meter.Scope == gateway.Service<IMeterFactory>())
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => cut.TrySetResult());
        listener.Start();
        await cut.Task.WaitAsync(Until.Cap, TestContext.Current.CancellationToken);
    }

    private static void Note(List<long> seen, FeedReader.Frame frame)
    {
        if (frame.Name is not null)
            seen.Add(frame.Id!.Value);
    }
}
