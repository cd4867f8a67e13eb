using System.Text;
using Microsoft.AspNetCore.Http;
using Tocsin.Answers;
using Tocsin.Calls;
using Tocsin.Incidents;
using Tocsin.Reading;
using Tocsin.Reports;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Answers;

/// <summary>Answers as CSV, and what a route cannot give.</summary>
public sealed class CsvTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void An_incident_is_a_row_with_times_of_the_centre_and_harmless_texts()
    {
        var rows = Lines(IncidentCsv.Table.Write(
            [
                """
                {"id":"i1","number":"261130-0005","status":"closed","category":"=1+1","priority":2,
                "location":{"lat":-36.5,"lon":113.05,"address":"府前街 88 号, \"east\""},"narrative":"two\nlines","station":"＝cmd",
                "areaClass":null,"receivedAt":"2026-11-29T23:30:00.007Z","unattendedSince":null,"closedAt":"2026-11-30T00:00:00.000Z",
                "disposition":"-","valid":false,"assignments":[{"unitId":"P1"},{"unitId":"P2"}],
                "callCount":1,"calls":[{"callerNumber":"+8613800"}],
                "feedback":[],"reference":{"system":"els","number":"@7"},"exercise":false,"historic":true,"policy":null}
                """,
            ],
            Shanghai));
        Assert.Equal(
            "number,status,category,priority,location.address,location.lat,location.lon,narrative,station,areaClass,receivedAt,"
                + "unattendedSince,closedAt,disposition,valid,units,callCount,callerNumbers,outcomes,reference.system,reference.number,"
                + "exercise,historic,policy,id",
            rows[0]);
        Assert.Equal(
            "261130-0005,closed,\"'=1+1\",2,\"府前街 88 号, \"\"east\"\"\",-36.5,113.05,\"two\nlines\",'＝cmd,,2026-11-30T07:30:00.007+08:00,,"
                + "2026-11-30T08:00:00.000+08:00,\"'-\",false,P1; P2,1,\"'+8613800\",,els,\"'@7\",false,true,,i1",
            rows[1]);
        Assert.Equal(2, rows.Length);
    }

    [Fact]
    public void A_report_is_a_row_for_each_figure_of_each_group()
    {
        const string Group = """{"count":2,"buckets":[{"upTo":30,"count":2},{"upTo":null,"count":0}]}""";
        var rows = Lines(ReportCsv.ResponseTimes.Write(
            [
                $$$"""
                {"from":"2026-01-01T00:00:00.000Z","to":"2026-01-02T00:00:00.000Z","groupBy":"priority","timeZone":"UTC",
                "groups":[{"key":"1","incidents":3,"intervals":{"turnout":{{{Group}}}}}],"total":{"incidents":3} }
                """,
            ],
            TimeZoneInfo.Utc));
        const string Head = "2026-01-01T00:00:00.000+00:00,2026-01-02T00:00:00.000+00:00,priority,";
        Assert.Equal(
            [
                "from,to,groupBy,group,figure,value",
                Head + "1,incidents,3",
                Head + "1,intervals.turnout.count,2",
                Head + "1,intervals.turnout.buckets.30.upTo,30",
                Head + "1,intervals.turnout.buckets.30.count,2",
                Head + "1,intervals.turnout.buckets.more.upTo,",
                Head + "1,intervals.turnout.buckets.more.count,0",
                Head + ",incidents,3",
            ],
            rows);
    }

    [Fact]
    public void A_file_begins_with_a_byte_order_mark_also_without_rows() =>
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'i', (byte)'d'], CallCsv.Table.Write([], TimeZoneInfo.Utc)[..5]);

    [Fact]
    public async Task A_page_comes_as_CSV_and_names_the_next_one()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnList = (_, _) => Task.FromResult(new ThingPage(null, ["""{"id":"c1","status":"ringing"}"""], "bmV4dA"));
        var reply = (await (await gateway.As("auditor")).Get("/calls?limit=1", ("Accept", "text/csv"))).Expect(200);
        Assert.Equal("text/csv", reply.ContentHeaders.ContentType!.MediaType);
        Assert.Equal("utf-8", reply.ContentHeaders.ContentType.CharSet);
        Assert.Equal("calls.csv", reply.ContentHeaders.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("bmV4dA", reply.Header("Tocsin-Next"));
        Assert.Equal("Authorization,Accept", reply.Header("Vary")!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("c1,ringing,,,,,,,,,,,,,", reply.Text.Split("\r\n")[1]);
        (await (await gateway.As("auditor")).Get("/calls?limit=0", ("Accept", "text/csv"))).Expect(400, "invalid");
        (await (await gateway.As("feeder")).Get("/calls", ("Accept", "text/csv"))).Expect(403, "forbidden");
    }

    [Theory]
    [InlineData("/incidents")]
    [InlineData("/incidents/i1")]
    [InlineData("/incidents/i1/trail")]
    [InlineData("/calls")]
    [InlineData("/calls/c1")]
    [InlineData("/calls/c1/trail")]
    [InlineData("/units")]
    [InlineData("/units/U1")]
    [InlineData("/units/U1/trail")]
    public async Task These_routes_give_CSV_and_no_other_media_type_than_theirs(string path)
    {
        var person = await fixture.Gateway.As("supervisor");
        Assert.Equal(
            "text/csv", (await person.Get(path, ("Accept", "text/csv"))).Expect(200).ContentHeaders.ContentType!.MediaType);
        (await person.Get(path, ("Accept", "application/xml"))).Expect(406, "notAcceptable");
        (await person.Get(path, ("Accept", "application/json;q=0"))).Expect(406, "notAcceptable");
    }

    [Theory]
    [InlineData("/stations")]
    [InlineData("/settings/policies")]
    public async Task What_has_no_table_is_not_acceptable_as_CSV(string path)
    {
        var person = await fixture.Gateway.As("supervisor");
        (await person.Get(path, ("Accept", "text/csv"))).Expect(406, "notAcceptable");
        (await person.Get(path, ("Accept", "text/csv, */*;q=0.1"))).Expect(200);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("not a media type", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/csv;charset=utf-8", "text/csv")]
    [InlineData("text/csv, application/json", "application/json")]
    [InlineData("text/csv, */*", "text/csv")]
    [InlineData("text/csv;q=0.5, application/json;q=0.4", "text/csv")]
    [InlineData("text/html, application/x-ndjson;q=0.9", "application/x-ndjson")]
    [InlineData("application/json;q=0, */*", "application/x-ndjson")]
    [InlineData("application/xml", null)]
    [InlineData("text/csv;q=0", null)]
    public void What_a_request_takes_most_gladly_is_given(string? accept, string? given)
    {
        var http = new DefaultHttpContext();
        if (accept is not null)
            http.Request.Headers.Accept = accept;
        Assert.Equal(given, Accepted.Of(http, "application/json", "application/x-ndjson", "text/csv"));
    }

    private static string[] Lines(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        Assert.StartsWith("\uFEFF", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[1..^2].Split("\r\n");
    }
}
