using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class ChangingTests
{
    private static readonly Location Somewhere = new(36.5, 113.0, "1 Main Street");

    [Fact]
    public void Only_what_differs_is_recorded()
    {
        var centre = Ready();
        var decision = Done(centre.Do(A, new ChangeIncident(new("theft"), new(1), default, new((string?)null))));
        var changes = Assert.IsType<IncidentChanged>(Assert.Single(decision.Events).Event).Changes;
        Assert.Equal(new IncidentChanges(null, new(2, 1), null, new("words", null), null, null), changes);
        Assert.Equal((1, null, "theft"), (centre.View(A).Priority, centre.View(A).Narrative, centre.View(A).Category));
    }

    [Fact]
    public void Nothing_that_differs_is_nothing()
    {
        var centre = Ready();
        Nothing(centre.Do(A, new ChangeIncident(new("theft"), new(2), new((Location?)null), new("words"))));
        Nothing(centre.Do(A, new ChangeIncident(default, default, default, default)));
    }

    [Fact]
    public void A_place_that_changes_moves_station_and_area()
    {
        var centre = Ready();
        centre.Jurisdiction = new Jurisdiction("north", AreaClass.Countryside);
        Done(centre.Do(A, new ChangeIncident(default, default, new(Somewhere), default)));
        Assert.Equal(
            (Somewhere, "north", AreaClass.Countryside), (centre.View(A).Location, centre.View(A).Station, centre.View(A).AreaClass));
        Nothing(centre.Do(A, new ChangeIncident(default, default, new(Somewhere), default)));
    }

    [Fact]
    public void A_station_that_was_given_does_not_follow_the_place()
    {
        var centre = new Centre();
        Done(centre.Do(A, Creation(station: "south")));
        centre.Jurisdiction = new Jurisdiction("north", AreaClass.City);
        Done(centre.Do(A, new ChangeIncident(default, default, new(Somewhere), default)));
        Assert.Equal(("south", null), (centre.View(A).Station, centre.View(A).AreaClass));
    }

    [Fact]
    public void A_station_that_is_named_stays_whatever_the_place()
    {
        var (centre, south) = (Ready(), StationId.Of("south"));
        centre.Jurisdiction = new Jurisdiction("north", AreaClass.Countryside);
        Refused(RefusalCode.UnknownReference, "station", centre.Do(A, Named(south)));
        Done(centre.Do(south, new RegisterStation("South", null, AreaClass.City, null)));
        var changes = Assert.IsType<IncidentChanged>(Done(centre.Do(A, Named(south))).Events[0].Event).Changes;
        Assert.Equal((new("", "south"), true), (changes.Station! with { From = "" }, changes.StationNamed));
        Done(centre.Do(A, new ChangeIncident(default, default, new(Somewhere), default)));
        Assert.Equal(("south", AreaClass.City), (centre.View(A).Station, centre.View(A).AreaClass));
        Nothing(centre.Do(A, Named(south)));
    }

    [Fact]
    public void No_incident_is_moved_to_a_body_or_to_a_station_that_is_retired()
    {
        var (centre, body, gone) = (Ready(), StationId.Of("body"), StationId.Of("gone"));
        var desk = new RetireStation(new RegisterStation("Fraud desk", null, null, null), null, default);
        Done(centre.Do(body, new RegisterBody(desk, StationKind.Body, null, null, default)));
        Done(centre.Do(gone, new RegisterStation("Gone", null, null, null)));
        Done(centre.Do(gone, new RetireStation(new RegisterStation("Gone", null, null, null), true, default)));
        Refused(RefusalCode.UnknownReference, "station", centre.Do(A, Named(body)));
        Refused(RefusalCode.UnknownReference, "station", centre.Do(A, Named(gone)));
    }

    private static ChangeIncidentWithStation Named(StationId station) =>
        new(new ChangeIncident(default, default, default, default) { Station = new(station) });

    [Fact]
    public void A_reference_is_given_changed_found_and_removed()
    {
        var centre = new Centre();
        var reference = new IncidentReference("Nachbar-ELS", "19027815");
        Done(centre.Do(A, new CreateReferencedIncident(Creation() with { Reference = reference })));
        Assert.Equal(reference, centre.View(A).Reference);
        Assert.EndsWith("\nnachbarels\n19027815", centre.State(A.Stream).Listing!.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nnachbar-els\n19027815", Assert.Single(centre.Rows.Incidents).Search, StringComparison.Ordinal);

        var other = reference with { Number = "7" };
        ChangeReferencedIncident Change(IncidentReference? to) => new(new ChangeIncident(default, default, default, default)
        {
            Reference = new(to),
        });
        Done(centre.Do(A, Change(other)));
        Assert.Equal(other, centre.View(A).Reference);
        Nothing(centre.Do(A, Change(other)));
        var changed = Assert.IsType<IncidentChanged>(Assert.Single(Done(centre.Do(A, Change(null))).Events).Event);
        Assert.Equal(new(other, null), changed.Changes.Reference);
        Assert.Null(centre.View(A).Reference);
        Assert.DoesNotContain("nachbar", centre.State(A.Stream).Listing!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_carries_a_reference_needs_the_newer_form()
    {
        IFormedEvent created = new IncidentCreated("1", null, "theft", 2, null, null, null, null, null, false, false, false);
        IFormedEvent changed = new IncidentChanged(new IncidentChanges(null, new(1, 2), null, null, null, null));
        Assert.Equal((1, 1), (created.Form, changed.Form));
        var reference = new IncidentReference("a", "b");
        created = (IncidentCreated)created with { Reference = reference };
        changed = new IncidentChanged(new IncidentChanges(null, null, null, null, null, null) { Reference = new(reference, null) });
        Assert.Equal((2, 2), (created.Form, changed.Form));
        Assert.Null(created.InForm(1));
        Assert.Null(changed.InForm(1));
    }

    [Fact]
    public void A_place_in_words_only_leaves_the_station()
    {
        var centre = new Centre { Jurisdiction = new Jurisdiction("north", AreaClass.City) };
        Done(centre.Do(A, Creation()));
        centre.Jurisdiction = null;
        Done(centre.Do(A, new ChangeIncident(default, default, new(new Location(null, null, "the old mill")), default)));
        Assert.Equal("north", centre.View(A).Station);
    }

    [Fact]
    public void A_closed_incident_is_not_changed()
    {
        var centre = Ready();
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, new ChangeIncident(default, new(1), default, default)));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, new ChangeIncident(default, default, default, default)));
    }

    [Fact]
    public void A_category_cannot_be_taken_away() =>
        Refused(RefusalCode.Invalid, "category", Ready().Do(A, new ChangeIncident(new(null!), default, default, default)));

    [Fact]
    public void An_unknown_incident_is_not_found() =>
        Refused(RefusalCode.NotFound, Ready().Do(C, new ChangeIncident(default, new(1), default, default)));
}
