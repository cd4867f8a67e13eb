using Tocsin.Calls;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.Quality;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Quality;

/// <summary>By which key a closed incident is found whose caller is still to be called back, and what is drawn.</summary>
public class DueCallBackTests
{
    private static readonly string Key = IncidentListing.CallBack(Centre.Start);

    private static readonly MakeCallBack Try = new(DirectiveId.Of("dir-1"), CallBackWay.Phone, false, null, [], null, null);

    [Fact]
    public void It_has_the_day_of_its_closure_until_somebody_was_reached()
    {
        var centre = Called();
        Assert.False(Has(centre));
        Changes(centre, Closure(), true);
        Assert.Equal("callBack@20260301", Key);
        Changes(centre, Try, true);
        Changes(centre, Try with { Reached = true }, false);
        Changes(centre, new AddNote("n"), false);
    }

    [Fact]
    public void The_third_try_ends_it()
    {
        var centre = Called();
        Changes(centre, Closure(), true);
        Changes(centre, Try, true);
        Changes(centre, Try, true);
        Changes(centre, Try, false);
    }

    [Fact]
    public void What_is_opened_again_has_none_until_it_is_closed_again_on_another_day()
    {
        var centre = Called();
        Changes(centre, Closure(), true);
        Changes(centre, new ReopenIncident("more to do", null), false);
        centre.Now += TimeSpan.FromDays(1);
        Changes(centre, Closure(), false);
        Assert.Contains(IncidentListing.CallBack(centre.Now), IncidentListing.Of(centre.State(A)).Keys);
    }

    [Fact]
    public void Without_a_caller_and_in_an_exercise_there_is_none()
    {
        var centre = Ready();
        Changes(centre, Closure(), false);
        Done(centre.Do(C, Creation() with { Exercise = true }));
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Duplicate, C, null)));
        Done(centre.Do(C, Closure()));
        Assert.DoesNotContain(Key, IncidentListing.Of(centre.State(C)).Keys);
    }

    [Fact]
    public void A_call_that_leaves_a_closed_incident_takes_its_caller_along()
    {
        var centre = Called();
        Changes(centre, Closure(), true);
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Inquiry, null, null)));
        Assert.False(Has(centre));
    }

    [Fact]
    public void A_share_draws_about_as_many_as_it_says_and_a_larger_one_all_of_them_and_more()
    {
        var ids = Enumerable.Range(0, 10_000).Select(i => IncidentId.Of($"i{i}")).ToList();
        var tenth = ids.Where(i => CallBackRule.IsDrawn(i, 0.1)).ToHashSet();
        Assert.InRange(tenth.Count, 900, 1_100);
        Assert.All(tenth, i => Assert.True(CallBackRule.IsDrawn(i, 0.2)));
        Assert.DoesNotContain(ids, i => CallBackRule.IsDrawn(i, 0));
        Assert.All(ids, i => Assert.True(CallBackRule.IsDrawn(i, 1)));

        // The recipe never changes: what was drawn yesterday is drawn today, by every silo.
        Assert.Equal(["i9", "i13", "i27"], ids.Where(tenth.Contains).Take(3).Select(i => i.Value));
    }

    [Fact]
    public void What_is_set_once_more_changes_nothing()
    {
        var centre = new Centre();
        var set = new SetCallBacks(new CallBackSettings(["help"], 0.5, 12));
        Assert.Equal(
            new CallBacksSet(["help"], 0.5, 12) with { Classes = set.Settings.Classes },
            Assert.Single(Done(centre.Do(SettingIds.CallBacksStream, set)).Events).Event);
        Nothing(centre.Do(SettingIds.CallBacksStream, new SetCallBacks(new CallBackSettings(["help"], 0.5, 12))));
        Done(centre.Do(SettingIds.CallBacksStream, new SetCallBacks(CallBackSettings.Default)));
    }

    // Each command changes the listing by what it says; where nothing is said, the key is as before.
    private static void Changes(Centre centre, IncidentCommand command, bool has)
    {
        var before = centre.State(A);
        Done(centre.Do(A, command));
        Assert.Equal(has, Has(centre));
        var change = IncidentListing.Change(before, centre.State(A));
        Assert.Equal(Has(before) != has, change is not null && change.Added.Concat(change.Removed).Contains(Key));
    }

    private static bool Has(Centre centre) => Has(centre.State(A));

    private static bool Has(IncidentState state) => IncidentListing.Of(state).Keys.Contains(Key);

    private static Centre Called()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        Done(centre.Do(A, Creation(Ring)));
        return centre;
    }
}
