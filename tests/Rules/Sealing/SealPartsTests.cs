using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Rules.Sealing;

/// <summary>What seals cover beside the journal.</summary>
public class SealPartsTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var text = SealParts.Write([new("erasures", SealRecipe.Filled(1)), new("access", SealRecipe.Filled(2))]);

        var parts = SealParts.Read(text);
        Assert.Equal(["access", "erasures"], parts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(SealRecipe.Filled(2), parts["access"]);
    }

    [Fact]
    public void Nothing_is_an_empty_text()
    {
        Assert.Equal("", SealParts.Write([]));
        Assert.Empty(SealParts.Read(""));
    }

    [Theory]
    [InlineData("Access", 32)]
    [InlineData("", 32)]
    [InlineData("two words", 32)]
    [InlineData("a=b", 32)]
    [InlineData("1st", 32)]
    [InlineData("a-name-that-is-longer-than-it-may-be", 32)]
    [InlineData("access", 31)]
    [InlineData("access", 0)]
    public void A_name_or_digest_that_would_not_be_read_back_is_refused(string name, int bytes) =>
        Assert.Throws<ArgumentException>(() => SealParts.Write([new(name, new byte[bytes])]));

    [Fact]
    public void A_name_that_comes_twice_and_too_many_names_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SealParts.Write([new("a", new byte[32]), new("a", new byte[32])]));
        var many = Enumerable.Range(0, SealParts.Max + 1).Select(i => KeyValuePair.Create($"a{i}", new byte[32])).ToList();
        Assert.Throws<ArgumentException>(() => SealParts.Write(many));
        Assert.Equal(SealParts.Max, SealParts.Read(SealParts.Write(many.Skip(1))).Count);
    }

    [Fact]
    public void Damaged_text_is_passed_over() => Assert.Empty(SealParts.Read("access=xyz \0 =1"));
}
