using Tocsin.Journal;

namespace Tocsin.Tests.Rules.Histories;

/// <summary>Which of two histories is surely the earlier one.</summary>
public sealed class EpochTests
{
    [Theory]
    [InlineData("7011-1-0", "7011-2-0", true)]
    [InlineData("7011-9-3", "7011-10-0", true)]
    [InlineData("7011-2-0", "7011-1-0", false)]
    [InlineData("7011-2-0", "7011-2-1.ab", false)]
    [InlineData("7011-1-0", "7012-2-0", false)]
    [InlineData("7011-1-0", "", false)]
    [InlineData("", "7011-1-0", false)]
    [InlineData("memory", "7011-1-0", false)]
    public void Only_a_lower_timeline_of_the_same_database_precedes(string one, string other, bool precedes) =>
        Assert.Equal(precedes, new Epoch(one).Precedes(new Epoch(other)));

    [Fact]
    public void What_was_never_seen_precedes_nothing() => Assert.False(default(Epoch).Precedes(new Epoch("7011-1-0")));
}
