using System.Diagnostics;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Journal;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Calling;

public sealed class UnavailableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task While_the_journal_is_away_it_is_503_within_two_seconds(int milliseconds)
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("dispatcher");
        gateway.Cluster.OnCommand = async (_, _) =>
        {
            await Task.Delay(milliseconds);
            throw new JournalUnavailableException();
        };
        var watch = Stopwatch.StartNew();
        var reply = (await person.Post("/incidents/i1/notes", new { text = "x" })).Expect(503, "unavailable");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        Assert.Equal("1", reply.Header("Retry-After"));
    }

    [Fact]
    public async Task Reads_are_503_too()
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("dispatcher");
        gateway.Cluster.OnRead = _ => throw new JournalUnavailableException();
        gateway.Cluster.OnList = (_, _) => throw new JournalUnavailableException();
        foreach (var path in new[] { "/incidents/i1", "/units", "/calls/c1/trail" })
            Assert.Equal("1", (await person.Get(path)).Expect(503, "unavailable").Header("Retry-After"));
    }

    [Fact]
    public async Task What_no_silo_of_the_cluster_knows_is_not_yet_everywhere()
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("dispatcher");
        gateway.Cluster.Lacking.Add(nameof(IDirectiveGrain));
        gateway.Cluster.Lacking.Add(nameof(IDirectiveReadingGrain));
        var order = new { to = new[] { new { unit = "U1" } }, kind = "verify", text = "x" };
        (await person.Post("/directives", order)).Expect(409, "notYetEverywhere");
        (await person.Get("/directives/d1")).Expect(409, "notYetEverywhere");
        (await person.Get("/incidents/i1")).Expect(200);
    }

    [Fact]
    public async Task A_silo_that_dies_costs_its_caller_no_error_and_the_command_is_the_same()
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("dispatcher");
        var tries = 0;
        gateway.Cluster.OnCommand = (_, _) => ++tries == 1
            ? throw new SiloUnavailableException()
            : Task.FromResult(new CommandAnswer(null, "{}", 1, false, false, "i1"));
        (await person.Post("/incidents/i1/notes", new { text = "x" })).Expect(200);
        var contexts = gateway.Cluster.Commands.Select(c => c.Context).ToArray();
        Assert.Equal([1, 2], contexts.Select(c => c.Attempt));
        Assert.Single(contexts.Select(c => c.Id).Distinct());
    }

    [Fact]
    public async Task A_silo_that_freezes_costs_its_caller_a_second()
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("dispatcher");
        gateway.Cluster.OnCommand = async (_, context) =>
        {
            if (context.Attempt == 1)
                await Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            return new CommandAnswer(null, "{}", 1, false, false, "i1");
        };
        var watch = Stopwatch.StartNew();
        (await person.Post("/incidents/i1/notes", new { text = "x" })).Expect(200);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 2);
    }
}
