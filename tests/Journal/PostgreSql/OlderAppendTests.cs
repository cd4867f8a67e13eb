using Npgsql;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Writing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>What a silo of the version before writes, by <c>append_3</c>, stands in the lists of this one.</summary>
public sealed class OlderAppendTests(PostgresFixture postgres) : ConformanceTest(postgres.ForSuiteAsync)
{
    /// <summary>
    /// The places of <c>h_listed</c>, <c>h_sum</c> and <c>e_sum</c> among the parameters of append_5; append_3 has not got them, nor the
    /// last sixteen. Append_4 has got the first, and the last sixteen.
    /// </summary>
    private const int Listed = 19;

    private const int BoardSum = 23;
    private const int LineSum = 35;

    private const int OfLists = 16;

    [Fact]
    public async Task Incidents_and_calls_are_listed_from_their_narrow_rows()
    {
        var incident = Rows.Incident("a") with { Search = "260504-a\n转盘路\ntheft", ReceivedAt = Conformance.Draft.Noon.AddMinutes(1) };
        await AppendOlderAsync(Draft().Event(Incident("a"), 0).Row(incident).Row(Rows.Response("a", 0, "u1") with { Station = "west" }));
        await AppendOlderAsync(Draft().Event(Call("c"), 0).Row(Rows.Call("c")));
        var (row, at) = Assert.Single(await Queries.ListAsync(Rows.AllIncidents, Cancellation));
        Assert.Equal((Incident("a"), incident.ReceivedAt), (row.Stream, at));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { Text = "转盘" }, Cancellation));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { Text = "盘路", AnyKey = ["unit:u1"] }, Cancellation));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { AllKeys = ["station:west", "station:north"] }, Cancellation));
        Assert.Single(await Queries.ListAsync(new ListQuery(StreamKind.Call, 10) { Text = "a call" }, Cancellation));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { Text = "盘 260504A", AllKeys = ["had:u1"] }, Cancellation));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { AllKeys = ["category:theft"] }, Cancellation));

        var over = Rows.Response("a", 0, "u1") with { Station = "west", Active = false, ClearedAt = Conformance.Draft.Noon };
        await AppendOlderAsync(Draft().Event(Incident("a"), 1).Row(incident with { Search = "else" }).Row(over));
        Assert.Empty(await Queries.ListAsync(Rows.AllIncidents with { Text = "转盘" }, Cancellation));
        Assert.Empty(await Queries.ListAsync(Rows.AllIncidents with { AnyKey = ["unit:u1", "station:west"] }, Cancellation));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { AnyKey = ["unit:u1@20260504"] }, Cancellation));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { AllKeys = ["had:u1"] }, Cancellation));

        var disposed = Rows.Call("c") with { DispositionKind = "duplicate", Incident = IncidentId.Of("a") };
        await AppendOlderAsync(Draft().Event(Call("c"), 1).Row(disposed));
        var calls = new ListQuery(StreamKind.Call, 10);
        Assert.Single(await Queries.ListAsync(calls with { AllKeys = ["disposition:duplicate", "incident:a"] }, Cancellation));
        Assert.Empty(await Queries.ListAsync(calls with { AllKeys = ["disposition:incident"] }, Cancellation));
    }

    [Fact]
    public async Task A_listing_that_this_version_wrote_stays_when_the_older_one_writes_no_narrow_row()
    {
        var listing = new Listing(Conformance.Draft.Noon, "words", ["unit:u1"]);
        await CommitAsync(Draft().Event(Incident("a"), 0).Listed(Incident("a"), listing));
        await AppendOlderAsync(Draft().Event(Incident("a"), 1));
        Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { Text = "words", AnyKey = ["unit:u1"] }, Cancellation));
    }

    [Fact]
    public async Task What_an_older_version_writes_has_no_checksum_and_is_read()
    {
        await CommitAsync(Draft().Event(Incident("a"), 0).Event(Incident("b"), 0));
        await AppendOlderAsync(Draft().Event(Incident("a"), 1));
        await AppendOlderAsync(Draft().Event(Incident("b"), 1), withLists: true);
        await CommitAsync(Draft().Event(Incident("b"), 2));
        Assert.Equal(2, (await Journal.FindAsync(Incident("a"), Cancellation))!.Version);
        Assert.Equal(3, (await Journal.FindAsync(Incident("b"), Cancellation))!.Version);
        Assert.Equal([1, 2], (await Journal.ReadStreamAsync(Incident("a"), 0, 10, Cancellation)).Select(e => e.Version));
        await using var connection = new NpgsqlConnection(((PostgresDatabase)Database).ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var sums = new NpgsqlCommand(
            """
            select array(select sum is null from board order by stream), array(select sum is null from journal order by position)
            """,
            connection);
        await using var row = await sums.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));
        Assert.Equal([true, false], row.GetFieldValue<bool[]>(0));
        Assert.Equal([false, false, true, true, false], row.GetFieldValue<bool[]>(1));
    }

    /// <summary>Appends as a silo of an earlier version does: by append_4, which has lists, or by append_3.</summary>
    private async Task AppendOlderAsync(Draft draft, bool withLists = false)
    {
        var newer = new AppendCall();
        newer.Fill([PreparedAppend.Of(draft.Build())]);
        var values = newer.Command.Parameters.ToList();
        newer.Command.Parameters.Clear();
        values.RemoveAt(LineSum);
        values.RemoveAt(BoardSum);
        if (!withLists)
        {
            values.RemoveAt(Listed);
            values.RemoveRange(values.Count - OfLists, OfLists);
        }

        await using var connection = new NpgsqlConnection(((PostgresDatabase)Database).ConnectionString);
        await connection.OpenAsync(Cancellation);
        var numbers = string.Join(',', Enumerable.Range(1, values.Count).Select(i => $"${i}"));
        var call = withLists ? $"append_4({numbers},false" : $"append_3({numbers}";
        await using var older = new NpgsqlCommand($"call {call},null,null,null,null,null,null)", connection);
        values.ForEach(v => older.Parameters.Add(v));
        await using var answer = await older.ExecuteReaderAsync(Cancellation);
        Assert.True(await answer.ReadAsync(Cancellation));
        Assert.Equal([(short)0], answer.GetFieldValue<short[]>(1));
    }
}
