using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>The persons, vehicles and things of an incident.</summary>
public class PartyTests
{
    private static readonly PartyPersonal Zhang = new("Zhang San", "13900000713", "140423194001010012", null, null);

    [Fact]
    public void A_party_has_a_number_and_stands_in_the_view_without_what_is_personal()
    {
        var centre = Ready();
        var added = Done(centre.Do(A, Somebody(Zhang) with { Description = "a blue jacket", State = PartyStatus.Sought }));
        Assert.Equal("\"n\":1", added.Extra);
        Assert.Equal("\"n\":2", Done(centre.Do(A, Somebody() with { Kind = PartyKind.Item, Of = 1 })).Extra);
        var party = new PartyView(
            1, PartyKind.Person, PartyRole.Missing, null, null, null, null, null, "a blue jacket", null, PartyStatus.Sought, null);
        Assert.Equal(party, centre.View(A).Parties[0]);
        Assert.Equal((PartyKind.Item, 1), (centre.View(A).Parties[1].Kind, centre.View(A).Parties[1].Of));
    }

    [Fact]
    public void What_tells_a_party_apart_stands_among_the_personal_data_and_in_no_event()
    {
        var centre = Ready();
        Done(centre.Do(A, Somebody(Zhang)));
        Done(centre.Do(A, Somebody()));
        var row = Assert.Single(Kept(centre));
        Assert.Equal(PartyRows.Of(A, 1), row.Key);
        Assert.Equal("""{"name":"Zhang San","phone":"13900000713","idNumber":"140423194001010012"}""", row.Value);
        var digests = Assert.IsType<PartyAdded>(centre.Journal[^2].Event).Party.Digests!;
        Assert.StartsWith("#", digests.Name, StringComparison.Ordinal);
        Assert.Equal((null, null), (digests.Plate, digests.Account));
        Assert.Null(Assert.IsType<PartyAdded>(centre.Journal[^1].Event).Party.Digests);
    }

    [Fact]
    public void Fields_change_each_by_itself_and_only_what_differs_is_recorded()
    {
        var centre = Ready();
        Done(centre.Do(A, Somebody(Zhang)));
        Nothing(centre.Do(A, Change(1) with { Role = new(PartyRole.Missing), Name = new("Zhang San") }));
        Assert.Equal("\"n\":1", centre.Do(A, Change(1)).Extra);
        var changed = Done(centre.Do(A, Change(1) with { State = new(PartyStatus.Found), Phone = new((string?)null), Plate = new("D1") }));
        var changes = Assert.IsType<PartyChanged>(Assert.Single(changed.Events).Event).Changes;
        Assert.Equal(new Change<PartyStatus?>(null, PartyStatus.Found), changes.State);
        Assert.Null(changes.Role);
        Assert.Equal("""{"name":"Zhang San","idNumber":"140423194001010012","plate":"D1"}""", centre.Personal[PartyRows.Of(A, 1)]);
        Done(centre.Do(A, Change(1) with { Name = new((string?)null), IdNumber = new((string?)null), Plate = new((string?)null) }));
        Assert.Empty(Kept(centre));
        Assert.Null(centre.State(A).Parties[0].Digests);
    }

    [Fact]
    public void A_change_without_a_new_number_leaves_the_personal_data_alone()
    {
        var centre = Ready();
        Done(centre.Do(A, Somebody(Zhang)));
        var changed = Done(centre.Do(A, Change(1) with { Consent = new(PartyConsent.Refused), Description = new("tall") }));
        Assert.Empty(changed.Personal);
        Assert.Equal((PartyConsent.Refused, "tall"), (centre.View(A).Parties[0].Consent, centre.View(A).Parties[0].Description));
    }

    [Fact]
    public void A_party_belongs_to_another_that_there_is()
    {
        var centre = Ready();
        Refused(RefusalCode.UnknownReference, centre.Do(A, Somebody() with { Of = 1 }));
        Done(centre.Do(A, Somebody()));
        Done(centre.Do(A, Somebody() with { Of = 1 }));
        Refused(RefusalCode.Invalid, centre.Do(A, Change(1) with { Of = new(1) }));
        Refused(RefusalCode.UnknownReference, centre.Do(A, Change(1) with { Of = new(3) }));
        Refused(RefusalCode.UnknownReference, centre.Do(A, Change(1) with { Of = new(0) }));
        Done(centre.Do(A, Change(1) with { Of = new(2) }));
        Done(centre.Do(A, Change(1) with { Of = new((int?)null) }));
        Assert.Null(centre.View(A).Parties[0].Of);
    }

    [Fact]
    public void One_that_there_is_not_is_not_changed_and_the_fifty_first_is_refused()
    {
        var centre = Ready();
        Refused(RefusalCode.NotFound, centre.Do(A, Change(1)));
        for (var i = 0; i < PartyLimits.PerIncident; i++)
            Done(centre.Do(A, Somebody()));
        Refused(RefusalCode.LimitReached, centre.Do(A, Somebody()));
        Done(centre.Do(A, Change(PartyLimits.PerIncident) with { Role = new(PartyRole.Other) }));
        Refused(RefusalCode.NotFound, centre.Do(A, Change(PartyLimits.PerIncident + 1)));
    }

    [Fact]
    public void It_is_added_after_closure_too_at_the_time_that_is_reported_and_by_who_is_on_it()
    {
        var centre = Ready();
        Refused(RefusalCode.NotYours, centre.Do(A, Somebody(), UnitActor(One)));
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Somebody(), UnitActor(One)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Somebody() with { OccurredAt = centre.In(60) }));
        Done(centre.Do(A, Closure()));
        var added = Done(centre.Do(A, Somebody() with { OccurredAt = centre.In(-30) }));
        Assert.Equal(centre.In(-30), Assert.Single(added.Events).OccurredAt);
        Done(centre.Do(A, Change(1) with { State = new(PartyStatus.HandedOver) }, UnitActor(One)));
    }

    [Fact]
    public void An_erasure_takes_what_tells_them_apart_and_leaves_how_they_stand()
    {
        var centre = Ready();
        Done(centre.Do(A, Somebody(Zhang) with { Description = "a blue jacket", State = PartyStatus.InCustody }));
        Done(centre.Do(A, Somebody()));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, new AskIncidentErasure([ErasureField.Parties], "r"), new Actor("root", Roles.Admin)));
        var erased = Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Assert.Equal([PartyRows.Of(A, 1), PartyRows.Of(A, 2)], erased.Personal.Select(p => p.Stream));
        Assert.Empty(Kept(centre));
        var party = centre.View(A).Parties[0];
        Assert.Equal((PartyStatus.InCustody, null), (party.State, party.Description));
        Assert.Null(centre.State(A).Parties[0].Digests);

        // What is written later is kept.
        Done(centre.Do(A, Change(1) with { Name = new("Li Si") }));
        Assert.Equal("""{"name":"Li Si"}""", Assert.Single(Kept(centre)).Value);
    }

    [Fact]
    public void Its_age_erases_them_too()
    {
        var centre = Ready();
        Done(centre.Do(A, Somebody(Zhang)));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, new EraseIncidentByAge([ErasureField.Parties], centre.Now.AddDays(1)), Actor.System));
        Assert.Empty(Kept(centre));
        Assert.Equal([ErasureField.Parties], centre.View(A).Erasure!.Gone);
    }

    [Fact]
    public void The_board_shows_none()
    {
        var centre = Ready();
        Done(centre.Do(A, Somebody() with { Description = "a blue jacket" }));
        Assert.DoesNotContain("blue", TocsinJson.Write(Tocsin.Live.BoardIncident.Of(centre.View(A))), StringComparison.Ordinal);
    }

    // The units of the centre have crews.
    private static IEnumerable<KeyValuePair<StreamId, string>> Kept(Centre centre) =>
        centre.Personal.Where(p => p.Key.Kind == StreamKind.Unknown);

    private static AddParty Somebody(PartyPersonal? personal = null) =>
        new(PartyKind.Person, PartyRole.Missing, personal ?? PartyPersonal.Nothing, null, null, null, null, null);

    private static ChangeParty Change(int n) =>
        new(n, default, default, default, default, default, default, default, default, default, default, default, null);
}
