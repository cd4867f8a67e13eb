using Tocsin.Answers;
using Tocsin.Recording;

namespace Tocsin.Tests.GatewayTests.Recording;

public sealed class PersonalFieldsTests
{
    [Theory]
    [InlineData("""{"callerNumber":"139","narrative":null}""", "callerNumber")]
    [InlineData("""{"calls":[{"callerNumber":null},{"callerNumber":"1"}],"crew":[]}""", "callerNumber")]
    [InlineData("""{"crew":["Li"],"location":{"lat":1},"narrative":""}""", "crew", "location")]
    [InlineData("""{"position":1042,"reasons":["near"],"text":"x"}""", "text")]
    [InlineData("""{"position":{"lat":1},"points":[{"lat":1}]}""", "position", "points")]
    [InlineData("""{"location":{},"note":"n"}""", "note")]
    [InlineData("""{"hash":"00","line":"{\"data\":{\"text\":\"he ran\",\"note\":null,\"reason\":\"\"}}"}""", "text")]
    [InlineData("""{"hash":"00","line":"{\u0022data\u0022:{\u0022note\u0022:\u0022ran\u0022,\u0022text\u0022:\u0022\u0022}}"}""", "note")]
    [InlineData("""{"category":"narrative","text ":"x","context":"y"}""")]
    [InlineData("")]
    public void What_holds_something_is_found_by_its_name(string json, params string[] names) =>
        Assert.Equal(names, PersonalFields.NamesOf(PersonalFields.In(json)));

    [Fact]
    public void A_table_shows_what_its_columns_name() =>
        Assert.Equal(["callerNumber", "location", "narrative", "note"], PersonalFields.NamesOf(PersonalFields.In(Calls.CallCsv.Table)));

    [Fact]
    public void The_data_of_a_trail_may_hold_any_of_them() =>
        Assert.Equal(PersonalFields.NamesOf(uint.MaxValue), PersonalFields.NamesOf(PersonalFields.In(TrailCsv.Table)));
}
