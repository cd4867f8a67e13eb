using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Quality;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Quality;

/// <summary>Records of incidents and calls are reviewed; one that is returned is somebody's task.</summary>
public class ReviewingTests
{
    private static readonly DirectiveTo Taker = new(null, null, "ct");

    private static readonly ReviewContent Passed = new(90, [], ReviewVerdict.Passed, [], null);

    private static readonly ReviewContent Returned = new(
        70,
        [new ReviewItem("name", false, "never asked"), new ReviewItem("place", true, null)],
        ReviewVerdict.Returned,
        ["location"],
        Taker);

    [Fact]
    public void A_review_stands_on_the_incident_at_any_stage()
    {
        var centre = Manned();
        Assert.Equal([$"{A.Stream} ReviewMade"], Kinds(Done(centre.Do(A, new ReviewIncident(D, Passed, null)))));
        Done(centre.Do(A, Closure()));
        Later(centre);
        Done(centre.Do(A, new ReviewIncident(D, Passed with { Score = 0 }, centre.In(-10))));
        Assert.Equal(
            [(1, 90, "wang", Centre.Start), (2, 0, "wang", centre.In(-10))],
            centre.View(A).Reviews.Select(r => (r.N, r.Score, r.By, r.At)));
        Assert.All(centre.View(A).Reviews, r => Assert.Null(r.DirectiveId));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, new ReviewIncident(D, Passed, centre.In(60))));
        Refused(RefusalCode.NotFound, centre.Do(C, new ReviewIncident(D, Passed, null)));
    }

    [Fact]
    public void A_record_that_is_returned_brings_a_directive_in_the_same_decision()
    {
        var centre = Manned();
        Assert.Equal(
            [$"{A.Stream} ReviewMade", $"{D.Stream} DirectiveIssued", $"{A.Stream} DirectiveAttached"],
            Kinds(Done(centre.Do(A, new ReviewIncident(D, Returned, null), Supervisor))));
        var order = centre.View(D);
        Assert.Equal(("complete", "ct", "li", A), (order.Kind, order.To.Subject, order.From.Subject, order.IncidentId!.Value));
        Assert.Equal(["location"], order.Fields);
        var review = Assert.Single(centre.View(A).Reviews);
        Assert.Equal((D, ReviewVerdict.Returned), (review.DirectiveId!.Value, review.Verdict));
        Assert.Equal(Returned.Items, review.Items);
        Nothing(centre.Do(A, new ReviewIncident(D, Returned, null), Supervisor));
    }

    [Fact]
    public void A_call_is_reviewed_likewise()
    {
        var centre = Rung();
        Assert.Equal(
            [$"{Ring.Stream} ReviewMade", $"{D.Stream} DirectiveIssued", $"{Ring.Stream} DirectiveAttached"],
            Kinds(Done(centre.Do(Ring, new ReviewCall(D, Returned, null), Supervisor))));
        Assert.Equal((Ring, null), (centre.View(D).CallId!.Value, centre.View(D).IncidentId));
        Assert.Equal(Returned.Items, Assert.Single(centre.View(Ring).Reviews).Items);
        Refused(RefusalCode.NotFound, centre.Do(CallId.Of("nobody"), new ReviewCall(D, Passed, null)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(Ring, new ReviewCall(D, Passed, centre.In(60))));
    }

    [Fact]
    public void Nobody_reviews_his_own_work()
    {
        var centre = Rung();
        centre.Handlers = new HashSet<string> { "wang", "ct" };
        Refused(RefusalCode.NotYours, centre.Do(Ring, new ReviewCall(D, Passed, null)));
        Refused(RefusalCode.NotYours, centre.Do(A, new ReviewIncident(D, Returned, null)));
        Done(centre.Do(Ring, new ReviewCall(D, Passed, null), Supervisor));
    }

    [Fact]
    public void Who_is_to_complete_it_must_be_there()
    {
        var centre = Manned();
        var ghost = Returned with { To = new DirectiveTo(StationId.Of("ghost"), null, null) };
        Refused(RefusalCode.UnknownReference, "to.station", centre.Do(A, new ReviewIncident(D, ghost, null)));
        Assert.Empty(centre.View(A).Reviews);
        Done(centre.Do(A, new ReviewIncident(D, Returned with { To = ToNorth }, null)));
    }

    [Fact]
    public void The_fifty_first_is_refused()
    {
        var centre = Manned();
        for (var i = 0; i < QualityLimits.ReviewsPerThing; i++)
            Done(centre.Do(A, new ReviewIncident(D, Passed, null)));
        Refused(RefusalCode.LimitReached, centre.Do(A, new ReviewIncident(D, Passed, null)));
    }

    [Fact]
    public void Notes_are_erased_with_the_notes_of_the_thing_and_the_points_stay()
    {
        var centre = Rung();
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Inquiry, null, null)));
        Done(centre.Do(Ring, new EndCall(null)));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, new ReviewIncident(D, Returned, null)));
        Done(centre.Do(Ring, new ReviewCall(DirectiveId.Of("dir-2"), Returned, null)));
        var admin = new Actor("root", Roles.Admin);
        Done(centre.Do(A, new AskIncidentErasure([ErasureField.Notes], "r"), admin));
        Done(centre.Do(A, new ApproveIncidentErasure(), Supervisor));
        Done(centre.Do(Ring, new AskCallErasure([ErasureField.Notes], "r"), admin));
        Done(centre.Do(Ring, new ApproveCallErasure(), Supervisor));
        foreach (var review in centre.View(A).Reviews.Concat(centre.View(Ring).Reviews))
        {
            Assert.Equal([("name", false), ("place", true)], review.Items.Select(i => (i.Code, i.Ok)));
            Assert.All(review.Items, i => Assert.Null(i.Note));
        }
    }

    [Fact]
    public void A_larger_sample_begins_with_a_smaller_and_the_lots_never_change()
    {
        var ids = Enumerable.Range(0, 20).Select(i => $"i{i}").OrderBy(ReviewReads.Lot).ToList();
        Assert.Equal(["i12", "i14", "i3"], ids.Take(3));
    }

    private static Centre Rung()
    {
        var centre = Manned();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null)));
        return centre;
    }
}
