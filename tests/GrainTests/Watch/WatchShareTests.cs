using Tocsin.Watch;

namespace Tocsin.Tests.GrainTests.Watch;

/// <summary>Which silo watches what.</summary>
public sealed class WatchShareTests
{
    private static readonly string[] Three = ["127.0.0.1:11111@1", "127.0.0.1:11112@1", "127.0.0.1:11113@1"];

    [Fact]
    public void Every_bucket_has_exactly_one_silo() =>
        Assert.Equal(
            Enumerable.Range(0, StreamId.BucketCount).Select(b => (byte)b), Three.SelectMany(s => WatchShare.Of(s, Three)).Order());

    [Fact]
    public void One_alone_has_all() => Assert.Equal(StreamId.BucketCount, WatchShare.Of(Three[0], [Three[0]]).Count);

    [Fact]
    public void The_shares_are_fair() => Assert.All(Three, silo => Assert.InRange(WatchShare.Of(silo, Three).Count, 50, 125));

    [Fact]
    public void One_that_leaves_moves_its_own_buckets_only()
    {
        foreach (var silo in Three[..2])
            Assert.Subset(WatchShare.Of(silo, Three[..2]).ToHashSet(), WatchShare.Of(silo, Three).ToHashSet());
    }

    [Fact]
    public void A_silo_that_is_not_counted_yet_still_knows_what_would_be_its() =>
        Assert.NotEmpty(WatchShare.Of("127.0.0.1:11114@1", Three));
}
