using Tocsin.Commands;
using Tocsin.Duplicates;
using Tocsin.Quality;
using Tocsin.Reading;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>What it says of call-backs, reviews and duplicates.</summary>
internal sealed partial class FakeCluster
{
    private sealed class FakeQualityReading(FakeCluster cluster) : IQualityReadingGrain
    {
        public Task<ThingPage> CallBacks(DueFilter due, int limit, string? cursor, Actor reader) => cluster.OnList(due, reader);

        public Task<ThingPage> Sample(DateOnly day, int size, Actor reader) => cluster.OnList(day, reader);
    }

    private sealed class FakeDuplicates(FakeCluster cluster) : IDuplicatesGrain
    {
        public Task<Thing> Find(DuplicateQuestion question, Actor reader) => cluster.OnRead(reader);
    }
}
