using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Directives;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>The words with which an incident may be closed, what they need, and what follows from them.</summary>
public class ClosingOutcomesTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Classes =
        new Dictionary<string, IReadOnlyList<string>> { ["crime"] = ["theft"], ["dispute"] = ["*dispute*"] };

    [Fact]
    public void Where_none_are_listed_every_word_closes_a_valid_incident()
    {
        var centre = Ready();
        Assert.Null(centre.View(A).Valid);
        Assert.Null(((IncidentClosed)Done(centre.Do(A, Closure())).Events[^1].Event).Valid);
        Assert.True(centre.View(A).Valid);
        centre.Closing = Of();
        Done(centre.Do(B, Closure()));
        Assert.True(centre.View(B).Valid);
    }

    [Fact]
    public void A_word_that_is_not_listed_closes_nothing()
    {
        var centre = Listing(new ClosingOutcome("调解", true, [], []));
        Refused(RefusalCode.UnknownReference, "disposition", centre.Do(A, Closure()));
        Done(centre.Do(A, With("调解")));
        Assert.Equal((true, "调解"), (centre.View(A).Valid, centre.View(A).Disposition));
    }

    [Fact]
    public void An_incident_that_is_closed_is_told_so_whatever_the_word()
    {
        var centre = Listing(new ClosingOutcome("调解", true, [], []));
        Done(centre.Do(A, With("调解")));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, Closure()));
    }

    [Fact]
    public void A_word_for_other_classes_counts_as_not_listed()
    {
        var centre = Listing(new ClosingOutcome("调解", true, ["dispute"], []), new ClosingOutcome("破案", true, ["crime", "dispute"], []));
        Refused(RefusalCode.UnknownReference, "disposition", centre.Do(A, With("调解")));
        Done(centre.Do(A, new ChangeIncident(new("noise dispute"), default, default, default)));
        Done(centre.Do(A, With("调解")));
        Done(centre.Do(B, With("破案")));
    }

    [Fact]
    public void What_it_needs_and_does_not_have_is_named()
    {
        var centre = Listing(new ClosingOutcome("送医", true, [], [ClosingNeed.Feedback, ClosingNeed.Place, ClosingNeed.Results]));
        Assert.Equal(["feedback", "place", "results"], Missing(centre));
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Feedback(One) with { Results = new Dictionary<string, double>() }));
        Assert.Equal(["place", "results"], Missing(centre));

        // An address is no coordinates.
        Done(centre.Do(A, new ChangeIncident(default, default, new(new Location(null, null, "mill")), default)));
        Done(centre.Do(A, Feedback(One)));
        Assert.Equal(["place"], Missing(centre));
        Done(centre.Do(A, new ChangeIncident(default, default, new(new Location(36.5, 113, "mill")), default)));
        Done(centre.Do(A, With("送医")));
    }

    [Fact]
    public void What_was_reported_before_a_reopening_still_stands_on_the_record()
    {
        var centre = Listing(new ClosingOutcome("破案", true, [], [ClosingNeed.Feedback, ClosingNeed.Results]));
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Feedback(One)));
        Done(centre.Do(A, With("破案")));
        Done(centre.Do(A, new ReopenIncident("more to do", null)));
        Assert.Null(centre.View(A).Valid);
        Done(centre.Do(A, With("破案")));
    }

    [Fact]
    public void A_party_is_missing_until_one_is_added()
    {
        var centre = Listing(new ClosingOutcome("送医", true, [], [ClosingNeed.Party]));
        Assert.Equal(["party"], Missing(centre));
        Done(centre.Do(A, new AddParty(PartyKind.Person, PartyRole.Victim, PartyPersonal.Nothing, null, null, null, null, null)));
        Done(centre.Do(A, With("送医")));
    }

    [Fact]
    public void An_owner_is_missing_until_it_is_assessed_or_a_supervisor_overrides_it()
    {
        var centre = Listing(new ClosingOutcome("送医", true, [], [ClosingNeed.Owner]));
        Assert.Equal(["owner"], Missing(centre));
        Done(centre.Do(B, new OverrideClosing(With("送医") with { Override = "he gave no name" }), Supervisor));
        Assert.True(centre.View(B).Valid);
        var north = StationId.Of("north");
        Done(centre.Do(north, new RegisterStation("North", null, null, null)));
        Done(centre.Do(A, new AssessIncident(1, north, null, null)));
        Done(centre.Do(A, With("送医")));
        Assert.True(centre.View(A).Valid);
    }

    [Fact]
    public void An_override_is_recorded_and_closes_with_any_word()
    {
        var centre = Listing(new ClosingOutcome("谎报", false, ["dispute"], [ClosingNeed.Party]));
        var closed = Done(centre.Do(A, new OverrideClosing(With("谎报") with { Override = "the caller said so" }), Supervisor)).Events[^1];
        Assert.Equal(new IncidentClosed("谎报", null) { Valid = false, Override = "the caller said so", By = "li" }, closed.Event);
        Assert.False(centre.View(A).Valid);

        // What is not listed says nothing against it.
        Done(centre.Do(B, new OverrideClosing(Closure() with { Override = "new kind of case" }), Supervisor));
        Assert.True(centre.View(B).Valid);
    }

    [Fact]
    public void What_was_decided_at_the_closure_stands_whatever_is_set_later()
    {
        var centre = Listing(new ClosingOutcome("谎报", false, [], []));
        Done(centre.Do(A, With("谎报")));
        Done(centre.Do(B, With("谎报")));
        Assert.Contains("invalid", centre.State(A).Listing!.Keys);
        centre.Closing = Of(new ClosingOutcome("谎报", true, [], []));
        Done(centre.Do(A, new AddNote("still one")));
        Assert.False(centre.View(A).Valid);

        // Closed anew, it is decided anew.
        Done(centre.Do(B, new ReopenIncident("it was true", null)));
        Assert.DoesNotContain("invalid", centre.State(B).Listing!.Keys);
        Done(centre.Do(B, With("谎报")));
        Assert.True(centre.View(B).Valid);
    }

    [Fact]
    public void An_exercise_ends_with_any_word()
    {
        var centre = Listing(new ClosingOutcome("调解", true, [], [ClosingNeed.Party]));
        Done(centre.Do(C, Creation() with { Exercise = true }));
        Done(centre.Do(C, Closure()));
        Assert.True(centre.View(C).Valid);
    }

    [Fact]
    public void Results_have_listed_words_only()
    {
        var centre = At(AssignmentStage.OnScene);
        centre.Closing = new ClosingRules(new ClosingSettings([], ["found"]), CategoryClasses.Default);
        Refused(RefusalCode.UnknownReference, "results.arrests", centre.Do(A, Feedback(One)));
        Refused(RefusalCode.UnknownReference, "results.arrests", centre.Do(A, For(1, Feedback(One))));
        var found = new Dictionary<string, double> { ["found"] = 1 };
        Done(centre.Do(A, Feedback(One) with { Results = found }));
        Done(centre.Do(A, new GiveOwnFeedback("settled", null, found, null)));
        var arrests = new Dictionary<string, double> { ["arrests"] = 1 };
        Refused(RefusalCode.UnknownReference, "results.arrests", centre.Do(A, new GiveOwnFeedback("settled", null, arrests, null)));
    }

    [Fact]
    public void Reports_on_directives_keep_to_the_same_words()
    {
        var centre = Orders.Manned();
        Done(centre.Do(Orders.D, Orders.Order));
        centre.Closing = new ClosingRules(new ClosingSettings([], ["found"]), CategoryClasses.Default);
        var arrests = new Dictionary<string, double> { ["arrests"] = 1 };
        Refused(RefusalCode.UnknownReference, "results.arrests", centre.Do(Orders.D, Orders.Report() with { Results = arrests }));
        Done(centre.Do(Orders.D, Orders.Report() with { Results = new Dictionary<string, double> { ["found"] = 1 } }));
    }

    private static IReadOnlyList<string> Missing(Centre centre) =>
        Refused(RefusalCode.Incomplete, centre.Do(A, With("送医"))).Missing;

    private static Centre Listing(params ClosingOutcome[] outcomes)
    {
        var centre = Ready();
        centre.Closing = Of(outcomes);
        return centre;
    }

    private static ClosingRules Of(params ClosingOutcome[] outcomes) =>
        new(new ClosingSettings(outcomes, []), new CategoryClasses(Classes));

    private static CloseIncident With(string word) => new(word, null, null);
}
