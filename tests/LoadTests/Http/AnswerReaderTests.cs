using System.Text;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.LoadTests.Http;

/// <summary>The few words that a load reads of an answer.</summary>
public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData(AnswerPart.Id, """{"id":"A","calls":[{"id":"B"}]}""", "A")]
    [InlineData(AnswerPart.Id, """{"calls":[{"id":"B"}],"id":"A"}""", "A")]
    [InlineData(AnswerPart.UnitIds, """[{"unitId":"P1","reasons":[]},{"unitId":"P2","reasons":["unitId"]}]""", "P1,P2")]
    [InlineData(AnswerPart.UnitIds, """{"accepted":1,"rejected":[{"unitId":"P3","code":"unknown"}]}""", "P3")]
    [InlineData(AnswerPart.UnitIds, """{"accepted":1000,"rejected":[]}""", "")]
    [InlineData(AnswerPart.IncidentIds, """[{"incidentId":"I","location":{"incidentId":"no"}}]""", "I")]
    [InlineData(AnswerPart.Id, "no json", "")]
    [InlineData(AnswerPart.Nothing, """{"id":"A"}""", "")]
    public void Are_found_where_they_belong(AnswerPart part, string body, string words) =>
        Assert.Equal(words, string.Join(',', AnswerReader.Read(Encoding.UTF8.GetBytes(body), part)));

    [Fact]
    public void A_problem_s_code_is_its_own_and_not_that_of_a_field_in_it() =>
        Assert.Equal("unitBusy", AnswerReader.Code("""{"units":[{"code":"busy"}],"code":"unitBusy"}"""u8));
}
