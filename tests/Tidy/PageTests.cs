namespace Tocsin.Tests.Tidy;

/// <summary>The rule for pages can fail: what it must let pass, and what it must not.</summary>
public sealed class PageTests
{
    private const string Family =
        "public abstract record CallEvent;\n\npublic sealed record CallEnded(EndCause Cause) : CallEvent;\n\npublic enum EndCause\n{\n}\n";

    [Theory]
    [InlineData("Clock", "public sealed class Clock\n{\n}\n")]
    [InlineData("ClockOf", "public sealed class Clock<T>\n{\n}\n")]
    [InlineData("Inner", "internal sealed class Other\n{\n}\n")]
    [InlineData("CallEvents", Family)]
    [InlineData("CallView", "public sealed record CallView(At At);\n\npublic readonly record struct At(Q Q);\n\npublic enum Q\n{\n}\n")]
    public void A_type_of_its_own_or_a_page_of_data_passes(string name, string text) => Assert.Empty(Page.Faults(name, text));

    [Theory]
    [InlineData("Other", "public sealed class Clock\n{\n}\n")]
    [InlineData("Clock", "public sealed class Clock(Hand hand)\n{\n}\n\npublic sealed record Hand;\n")]
    [InlineData("CallView", "public sealed record CallView(Place Where);\n\npublic sealed class Place\n{\n}\n")]
    [InlineData("CallView", "public sealed record CallView(Place Where);\n\npublic record Place;\n")]
    [InlineData("CallEvents", Family + "public sealed record Stranger(CallEvent Of);\n")]
    [InlineData("CallEvents", Family + "/// <summary>A Stranger.</summary>\n[Like(typeof(Stranger))]\npublic sealed record Stranger;\n")]
    [InlineData("CallEvents", "public sealed record CallEnded : CallEvent;\n\npublic sealed record CallBegun : CallEvent;\n")]
    [InlineData("Things", Family)]
    public void What_does_not_belong_together_fails(string name, string text) => Assert.NotEmpty(Page.Faults(name, text));

    [Theory]
    [InlineData("public sealed record CallLost(Cause Cause) : CallEvent;\n\npublic enum Cause\n{\n}\n", 0)]
    [InlineData("public sealed record CallMoved : CallEvent;\n\npublic sealed record UnitMoved : UnitEvent;\n", 1)]
    public void A_family_goes_on_in_pages_with_a_dot(string text, int faults) =>
        Assert.Equal(faults, Page.Faults("CallEvents.Clocks", text, Family).Count());
}
