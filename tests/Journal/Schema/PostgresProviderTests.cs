using System.Net;
using Orleans.Storage;
using Tocsin.Tests.Support.Providers;

namespace Tocsin.Tests.Journal.Schema;

/// <summary>Orleans' own providers on our own tables and queries.</summary>
public sealed class PostgresProviderTests(PostgresFixture postgres)
{
    private const string Invariant = "Npgsql";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_joins_changes_and_is_swept_away()
    {
        var table = await AdoNetProviders.MembershipAsync(Invariant, await postgres.NewDatabaseAsync());
        var empty = await table.ReadAllAsync(Cancellation);
        Assert.Empty(empty.Members);
        Assert.Equal(0, empty.Version.Version);

        var entry = Entry(1);
        Assert.True(await table.InsertRowAsync(entry, empty.Version.Next(), Cancellation));
        Assert.False(await table.InsertRowAsync(Entry(2), empty.Version.Next(), Cancellation), "the version has moved");
        var joined = await table.ReadAllAsync(Cancellation);
        Assert.Equal(1, joined.Version.Version);
        Assert.False(await table.InsertRowAsync(entry, joined.Version.Next(), Cancellation), "it is there already");
        Assert.Equal(entry.SiloAddress, joined.Members.Single().Item1.SiloAddress);

        entry.Status = SiloStatus.Dead;
        entry.AddSuspector(Entry(2).SiloAddress, DateTime.UtcNow);
        Assert.False(
            await table.UpdateRowAsync(entry, joined.Members.Single().Item2, empty.Version.Next(), Cancellation), "the version has moved");
        Assert.True(await table.UpdateRowAsync(entry, joined.Members.Single().Item2, joined.Version.Next(), Cancellation));
        var row = (await table.ReadRowAsync(entry.SiloAddress, Cancellation)).Members.Single().Item1;
        Assert.Equal(SiloStatus.Dead, row.Status);
        Assert.Single(row.SuspectTimes!);

        entry.IAmAliveTime = entry.IAmAliveTime.AddSeconds(5);
        await table.UpdateIAmAliveAsync(entry, Cancellation);
        Assert.Equal(entry.IAmAliveTime, (await table.ReadRowAsync(entry.SiloAddress, Cancellation)).Members.Single().Item1.IAmAliveTime);

        await table.CleanupDefunctSiloEntriesAsync(entry.IAmAliveTime, Cancellation);
        Assert.Single((await table.ReadAllAsync(Cancellation)).Members);
        await table.CleanupDefunctSiloEntriesAsync(entry.IAmAliveTime.AddSeconds(1), Cancellation);
        Assert.Empty((await table.ReadAllAsync(Cancellation)).Members);
    }

    [Fact]
    public async Task Of_many_silos_that_join_at_once_exactly_one_wins_each_version()
    {
        var connection = await postgres.NewDatabaseAsync();
        var table = await AdoNetProviders.MembershipAsync(Invariant, connection);
        var version = (await table.ReadAllAsync(Cancellation)).Version;
        var won = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => table.InsertRowAsync(Entry(i), version.Next(), Cancellation)));
        Assert.Single(won, true);
        Assert.Single((await table.ReadAllAsync(Cancellation)).Members);
        await table.DeleteMembershipTableEntriesAsync("test", Cancellation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_state_is_written_read_and_cleared_and_the_second_writer_of_a_version_loses(bool deleteOnClear)
    {
        var storage = await AdoNetProviders.StorageAsync(Invariant, await postgres.NewDatabaseAsync(), deleteOnClear);
        var id = GrainId.Create("unit", "A-12");
        var mine = new GrainState<State>(new State { Count = 1 });
        await storage.WriteStateAsync("snapshot", id, mine);
        var theirs = new GrainState<State>();
        await storage.ReadStateAsync("snapshot", id, theirs);
        Assert.True(theirs.RecordExists);
        Assert.Equal((1, mine.ETag), (theirs.State!.Count, theirs.ETag));

        theirs.State!.Count = 2;
        await storage.WriteStateAsync("snapshot", id, theirs);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("snapshot", id, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("snapshot", id, new GrainState<State>(new State())));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("snapshot", id, mine));
        await storage.ClearStateAsync("snapshot", id, theirs);

        var after = new GrainState<State>();
        await storage.ReadStateAsync("snapshot", id, after);
        Assert.False(after.RecordExists);
        after.State = new State { Count = 3 };
        await storage.WriteStateAsync("snapshot", id, after);
    }

    [Fact]
    public async Task Units_whose_ids_are_the_same_hexadecimal_number_have_a_snapshot_each()
    {
        var storage = await AdoNetProviders.StorageAsync(Invariant, await postgres.NewDatabaseAsync());
        string[] ids = ["A1", "a1", "12", "012"];
        for (var i = 0; i < ids.Length; i++)
            await storage.WriteStateAsync("snapshot", KeyOf(ids[i]), new GrainState<State>(new State { Count = i }));
        for (var i = 0; i < ids.Length; i++)
        {
            var stored = new GrainState<State>();
            await storage.ReadStateAsync("snapshot", KeyOf(ids[i]), stored);
            Assert.Equal(i, stored.State?.Count);
        }
    }

    [Fact]
    public async Task Of_many_first_writers_exactly_one_wins()
    {
        var storage = await AdoNetProviders.StorageAsync(Invariant, await postgres.NewDatabaseAsync());
        var id = GrainId.Create(GrainType.Create("numbers"), GrainIdKeyExtensions.CreateIntegerKey(7, "of a day"));
        var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            try
            {
                await storage.WriteStateAsync("block", id, new GrainState<State>(new State { Count = i }));
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }));
        Assert.Single(won, true);
    }

    private static GrainId KeyOf(string unit) => Units.UnitSnapshots.GrainOf(Identity.UnitId.Of(unit).Stream);

    private static MembershipEntry Entry(int port) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, port, 1),
        SiloName = $"silo-{port}",
        HostName = "here",
        Status = SiloStatus.Joining,
        ProxyPort = 30_000,
        StartTime = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    public sealed class State
    {
        public int Count { get; set; }
    }
}
