using Microsoft.Extensions.DependencyInjection;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>What a gateway knows of who is blocked, before a fake cluster.</summary>
public sealed class BlockedSubjectsTests
{
    private const string Wang =
        """
        {"items": [{"subject": "wang", "reason": "x", "until": UNTIL, "blockedAt": "2026-01-01T00:00:00.000Z", "blockedBy": "root"}],
        "version": 3}
        """;

    [Fact]
    public async Task Nobody_comes_in_before_the_list_is_known()
    {
        await using var gateway = await TestGateway.Fake(prepare: c => c.OnBlocked = () => throw new JournalUnavailableException());
        (await (await gateway.As("admin")).Get("/units")).Expect(503, "unavailable");
        gateway.Cluster.OnBlocked = () => Task.FromResult(new Thing(null, Of("null"), 3));
        await Until.HoldsAsync("the list is known", async () => (await (await gateway.As("admin")).Get("/units")).Code == "blocked");
        (await (await gateway.As("admin", "li")).Get("/units")).Expect(200);
    }

    [Fact]
    public async Task A_block_is_over_by_itself()
    {
        var clock = new MovedClock();
        var until = DateTimeOffset.UtcNow.AddMinutes(5);
        await using var gateway = await TestGateway.Fake(
            adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock),
            prepare: c => c.OnBlocked = () => Task.FromResult(new Thing(null, Of($"\"{until:yyyy-MM-ddTHH:mm:ss.fffZ}\""), 3)));
        (await (await gateway.As("admin")).Get("/units")).Expect(401, "blocked");
        clock.Moved = TimeSpan.FromMinutes(6);
        (await (await gateway.As("admin")).Get("/units")).Expect(200);
    }

    [Fact]
    public async Task A_cluster_of_an_older_version_blocks_nobody()
    {
        await using var gateway = await TestGateway.Fake(prepare: c => c.OnBlocked = () => throw new TypeLoadException());
        (await (await gateway.As("admin")).Get("/units")).Expect(200);
    }

    private static string Of(string until) => Wang.Replace("UNTIL", until, StringComparison.Ordinal);
}
