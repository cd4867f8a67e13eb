using Tocsin.Commands;
using Tocsin.Incidents;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>
/// Where an incident can be: not at the point of a device without a fix, and not on another continent,
/// unless that is meant.
/// </summary>
public class PlaceRuleTests
{
    private static readonly Location Here = new(36.5, 113.0, null);
    private static readonly Location Nowhere = new(0, 0, "harbour");

    [Fact]
    public void A_place_that_is_far_from_every_station_is_refused_until_it_is_confirmed()
    {
        var centre = Far(300_001);
        Refused(RefusalCode.ImplausiblePlace, "location", centre.Do(A, Creation(Here)));
        Done(centre.Do(A, Creation(Here) with { Confirmed = true }));
        Done(Far(300_000).Do(A, Creation(Here)));
    }

    [Fact]
    public void The_point_of_no_fix_is_refused_however_near_a_station_is()
    {
        Refused(RefusalCode.ImplausiblePlace, "location", Far(10).Do(A, Creation(Nowhere)));
        Done(Far(10).Do(A, Creation(Nowhere) with { Confirmed = true }));
        Done(Far(10).Do(A, Creation(new Location(0, 0.001, null))));
    }

    [Fact]
    public void No_place_is_judged_while_no_station_has_a_location_nor_one_in_words_only()
    {
        Done(Far(null).Do(A, Creation(Nowhere)));
        Done(new Centre().Do(A, Creation(Nowhere)));
        Done(Far(300_001).Do(A, Creation(new Location(null, null, "far away"))));
        Done(Far(300_001).Do(A, Creation(null)));
    }

    [Fact]
    public void A_historic_receipt_is_not_judged()
    {
        var centre = Far(300_001);
        Done(centre.Do(A, Creation(Here) with { OccurredAt = centre.In(-3_601) }));
        Refused(RefusalCode.ImplausiblePlace, "location", centre.Do(B, Creation(Here) with { OccurredAt = centre.In(-3_599) }));
        Done(centre.Do(A, Move(Nowhere)));
    }

    [Fact]
    public void A_change_of_the_place_is_judged_and_no_other_change()
    {
        var centre = Far(10);
        Done(centre.Do(A, Creation(Here)));
        centre.Jurisdiction = new Jurisdiction(null, null, 300_001);
        Refused(RefusalCode.ImplausiblePlace, "location", centre.Do(A, Move(new Location(36.5, -113.0, null))));
        Done(centre.Do(A, new ChangeIncident(default, new(1), new(Here), default)));
        Done(centre.Do(A, Move(new Location(36.5, -113.0, null)) with { Confirmed = true }));
        Done(centre.Do(A, Move(null)));
    }

    [Fact]
    public void How_good_a_place_is_stands_in_event_and_view_and_a_better_one_is_a_change()
    {
        var centre = new Centre();
        var cell = Here with { Accuracy = 1_500, Confidence = 67, Method = "cell", At = centre.In(-5) };
        Done(centre.Do(A, Creation(cell)));
        Assert.Equal(cell, centre.View(A).Location);
        var better = cell with { Accuracy = 12, Method = "gps" };
        var changed = Assert.IsType<IncidentChanged>(Assert.Single(Done(centre.Do(A, Move(better))).Events).Event);
        Assert.Equal(new Change<Location?>(cell, better), changed.Changes.Location);
        Assert.Equal(better, centre.View(A).Location);
        Nothing(centre.Do(A, Move(better)));
    }

    private static Centre Far(double? meters) => new() { Jurisdiction = new Jurisdiction(null, null, meters) };

    private static CreateIncident Creation(Location? place) => new(null, "theft", 2, place, null, null, false, null);

    private static ChangeIncident Move(Location? place) => new(default, default, new(place), default);
}
