using Tocsin.Calls;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Tests.Rules.Versions;

/// <summary>Where a member of an older version runs, how good a place is stays unwritten; the place itself is written.</summary>
public class LocationFormTests
{
    private static readonly Location Plain = new(36.5, 113, "1 Main Street");
    private static readonly Location Detailed = Plain with { Accuracy = 50, Confidence = 90, Method = "cell" };

    public static TheoryData<string> Kinds() => ["IncidentCreated", "IncidentChanged", "CallReceived", "CallChanged"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plain_place_needs_no_new_form(string kind) => Assert.Equal(1, Of(kind, Plain).Form);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_place_that_says_how_good_it_is_is_written_without_that_in_the_old_form(string kind)
    {
        var happened = Of(kind, Detailed);
        Assert.Equal(2, happened.Form);
        Assert.Equal(Of(kind, Plain), happened.InForm(1));
    }

    private static IFormedEvent Of(string kind, Location place) => kind switch
    {
        "IncidentCreated" => new IncidentCreated("n", null, "theft", 2, place, null, null, null, null, false, false, false),
        "IncidentChanged" => new IncidentChanged(new IncidentChanges(null, new(2, 1), new(null, place), null, null, null)),
        "CallReceived" => new CallReceived("110-1", null, place, null),
        _ => new CallChanged(new CallChanges(null, new(null, place), null)),
    };
}
