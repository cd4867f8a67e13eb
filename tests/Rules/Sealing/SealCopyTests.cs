using Tocsin.Auditing;
using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Rules.Sealing;

/// <summary>Which lines of a log or a file are seals.</summary>
public class SealCopyTests
{
    private static readonly string[] Lines = [SealRecipe.First, SealRecipe.Second, SealRecipe.Third];

    [Theory]
    [InlineData("{0}")]
    [InlineData("      Sealed: {0}")]
    [InlineData("Nov 30 12:00:01 silo-1 tocsin-silo[411]: info: Tocsin.Journal.Sealing.Sealer[2501] Sealed: {0}\r")]
    [InlineData("{{\"time\":\"2026-05-04T12:00:01.004Z\",\"eventId\":2501,\"message\":\"Sealed: {0}\",\"values\":{{\"Line\":\"{0}\"}}}}")]
    public async Task Seals_are_found_in_whatever_line_they_stand_and_in_any_order(string frame)
    {
        var text = string.Join('\n', Lines.Reverse().Select(l => string.Format(null, frame, l)).Append("something else").Append(""));

        var copy = await ReadAsync(text);

        Assert.Empty(copy.Damaged);
        Assert.Equal(Lines, copy.Seals.OrderBy(s => s.At).Select(SealText.Line));
    }

    [Fact]
    public async Task The_sentence_of_earlier_versions_is_a_seal_by_hmac()
    {
        var words = SealRecipe.First.Split(' ');

        var copy = await ReadAsync(
            $"info: Seal {words[1]}: position {words[2]}, {words[3]} streams moved, digest {words[4]}, HMAC {words[5]}");

        Assert.Equal(SealRecipe.First, SealText.Line(Assert.Single(copy.Seals)));
    }

    [Fact]
    public async Task A_seal_that_stands_there_twice_is_one()
    {
        var copy = await ReadAsync(SealRecipe.Second + "\n" + SealRecipe.Second);

        Assert.Single(copy.Seals);
        Assert.Empty(copy.Damaged);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("no time")]
    [InlineData("no number")]
    [InlineData("longer")]
    [InlineData("another of its time")]
    public async Task A_line_that_is_no_whole_seal_is_named(string damage)
    {
        var line = damage switch
        {
            "cut" => SealRecipe.Second[..^10],
            "no time" => SealRecipe.Second.Replace("05-04T", "13-04T", StringComparison.Ordinal),
            "no number" => SealRecipe.Second.Replace(" 4 1 ", " 4 9999999999 ", StringComparison.Ordinal),
            "longer" => SealRecipe.Second + "00",
            _ => SealRecipe.Third.Replace("02.000Z", "00.000Z", StringComparison.Ordinal),
        };

        var copy = await ReadAsync($"{SealRecipe.First}\n{line}");

        Assert.Equal([2], copy.Damaged);
        Assert.Equal(SealRecipe.First, SealText.Line(Assert.Single(copy.Seals)));
    }

    private static Task<SealCopy> ReadAsync(string text) => SealCopy.ReadAsync(new StringReader(text));
}
