using System.Text;
using System.Text.Json;
using Tocsin.JsonBodies;
using Tocsin.Positions;
using Tocsin.Problems;

namespace Tocsin.Tests.GatewayTests.Positions;

/// <summary>What is read of a row, whatever a device writes into it: only a row that is no object is an error.</summary>
public sealed class PositionRowTests
{
    private const string Good = """{"unitId":"P1","lat":51.5,"lon":-0.1,"at":"2026-01-02T03:04:05.678+08:00"}""";

    private static readonly PositionRow s_good = new()
    {
        UnitId = "P1",
        HasUnit = true,
        Lat = 51.5,
        Lon = -0.1,
        At = new DateTimeOffset(2026, 1, 1, 19, 4, 5, 678, TimeSpan.Zero),
    };

    [Fact]
    public void Every_member_is_read()
    {
        Assert.Equal(s_good, Read(Good));
        Assert.Equal(
            s_good with { Speed = 1_000, Heading = 360, Accuracy = 100_000, HasNoFix = true, Source = "gps" },
            Read(With("""
                "speed":1e3,"heading":360,"accuracy":100000,"valid":false,"source":"gps"
                """)));
        Assert.Equal(s_good, Read(With("\"valid\":true")));
    }

    [Theory]
    [InlineData("\"battery\":0.7")]
    [InlineData("\"extra\":{\"lat\":[91,{\"lon\":null}]}")]
    [InlineData("\"LAT\":91")]
    [InlineData("\"l\\u0061t\":91")]
    [InlineData("\"\\ud800\":1")]
    public void Unknown_members_are_passed_over(string member) => Assert.Equal(s_good, Read(With(member)));

    [Theory]
    [InlineData("\"speed\":-1")]
    [InlineData("\"speed\":1001")]
    [InlineData("\"speed\":\"fast\"")]
    [InlineData("\"speed\":null")]
    [InlineData("\"heading\":-1")]
    [InlineData("\"heading\":360.5")]
    [InlineData("\"heading\":[90]")]
    [InlineData("\"accuracy\":-1")]
    [InlineData("\"accuracy\":1e999")]
    [InlineData("\"valid\":\"no\"")]
    [InlineData("\"valid\":{\"x\":false}")]
    [InlineData("\"source\":\"\"")]
    [InlineData("\"source\":\"12345678901234567890123456789012345678901\"")]
    [InlineData("\"source\":7")]
    public void What_cannot_be_is_not_known(string member) => Assert.Equal(s_good, Read(With(member)));

    [Theory]
    [InlineData("\"lat\":\"51.5\"", false, true, true)]
    [InlineData("\"lat\":null", false, true, true)]
    [InlineData("\"lon\":{}", true, false, true)]
    [InlineData("\"at\":1767294245678", true, true, false)]
    [InlineData("\"at\":\"2026-01-02T03:04:05\"", true, true, false)]
    [InlineData("\"at\":\"2026-02-30T03:04:05Z\"", true, true, false)]
    [InlineData("\"at\":\"２026-01-02T03:04:05Z\"", true, true, false)]
    [InlineData("\"at\":\"2026-01-02T03:04:05.0000000000000000000000000Z\"", true, true, false)]
    public void A_place_or_time_of_a_wrong_type_is_missing(string member, bool lat, bool lon, bool at)
    {
        var row = Read(With(member));
        Assert.Equal((lat, lon, at), (row.Lat is not null, row.Lon is not null, row.At is not null));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"P 1\"", "P 1")]
    [InlineData("7", null)]
    [InlineData("null", null)]
    [InlineData("\"a\\u0000\"", null)]
    [InlineData("\"\\ud800\"", null)]
    public void What_is_no_id_is_told_as_it_came(string id, string? told)
    {
        var row = Read(With($"\"unitId\":{id}"));
        Assert.Equal((false, told), (row.HasUnit, row.UnitId));
    }

    [Fact]
    public void Of_a_long_text_that_is_no_id_the_beginning_is_told() =>
        Assert.Equal(new string('x', 60), Read(With($"\"unitId\":\"{new string('x', 500)}\"")).UnitId);

    [Fact]
    public void A_text_that_is_not_UTF_8_is_no_text()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"unitId":"P#","source":"g#","at":"2026-01-02T03:04:0#Z"}""");
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = bytes[i] == (byte)'#' ? (byte)0xFF : bytes[i];
        Assert.Equal(new PositionRow(), Read(bytes));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[{}]")]
    [InlineData("\"x\"")]
    public void A_row_that_is_no_object_is_an_error(string row) =>
        Assert.Equal("wrongType", Assert.Single(new PositionRowType().Check(Encoding.UTF8.GetBytes(row)).List).Code);

    [Fact]
    public void What_is_not_JSON_is_an_error() =>
        Assert.ThrowsAny<JsonException>(() => new PositionRowType().Check("""{"unitId":"P1","lat":}"""u8));

    // The member comes last: of two of one name the last counts.
    private static string With(string member) => Good[..^1] + "," + member.Trim() + "}";

    private static PositionRow Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    private static PositionRow Read(byte[] json)
    {
        var errors = new FieldErrors();
        RequestBody.ReadWhole(json, new PositionRowType(), errors, out var row);
        Assert.Empty(errors.List);
        return row;
    }
}
