using Tocsin.Directives;
using Tocsin.Journal;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>How lists find a directive.</summary>
public class DirectiveListingTests
{
    [Fact]
    public void By_kind_group_station_and_unit_and_by_its_words()
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { To = [ToNorth, ToUnit], Place = new(null, null, "Main Street 1") }));
        Assert.Equal(["kind:verify", "group:dir-1", "station:north"], centre.State(D.Stream).Listing!.Keys);
        Assert.Equal(["kind:verify", "group:dir-1", "station:north", "unit:P1"], centre.State(D.InGroup(1).Stream).Listing!.Keys);
        Assert.Equal("2603010003\n核查监控\nmainstreet1", centre.State(D.Stream).Listing!.Text);
    }

    [Fact]
    public void It_never_changes()
    {
        var centre = At(DirectiveStatus.Issued);
        var listing = centre.State(D.Stream).Listing;
        Done(centre.Do(D, Report()));
        Done(centre.Do(D, Conclusion()));
        Assert.Equal(listing, centre.State(D.Stream).Listing);
        Assert.Null(DirectiveState.Initial(D).Listing);
    }

    [Fact]
    public void A_word_that_is_too_long_stands_as_its_digest()
    {
        Assert.Equal("kind:" + new string('x', 95), DirectiveListing.Kind(new string('x', 95)));
        var key = DirectiveListing.Kind(new string('x', 96));
        Assert.StartsWith("kind#", key, StringComparison.Ordinal);
        Assert.InRange(key.Length, 1, JournalLimits.ListKeyMaxLength);
        Assert.NotEqual(key, DirectiveListing.Kind(new string('x', 95) + "y"));
    }
}
