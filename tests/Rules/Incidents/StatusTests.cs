using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>Status and unattendedSince as functions of the events alone; times are minutes after receipt.</summary>
public class StatusTests
{
    /// <summary>
    /// Events as words: <c>+1</c> assigns unit 1, <c>ack1</c>, <c>go1</c>, <c>there1</c>, <c>end1</c>, <c>no1</c>, <c>back1</c>,
    /// <c>to1</c>, <c>say1</c>, <c>close</c>, <c>open</c>; each a minute after the one before.
    /// </summary>
    [Theory]
    [InlineData("", IncidentStatus.Received, 0)]
    [InlineData("+1", IncidentStatus.Assigned, null)]
    [InlineData("+1 ack1", IncidentStatus.Assigned, null)]
    [InlineData("+1 go1", IncidentStatus.EnRoute, null)]
    [InlineData("+1 go1 +2", IncidentStatus.EnRoute, null)]
    [InlineData("+1 go1 there1", IncidentStatus.OnScene, null)]
    [InlineData("+1 there1 +2 go2", IncidentStatus.OnScene, null)]
    [InlineData("+1 there1 end1", IncidentStatus.OnScene, null)]
    [InlineData("+1 there1 to1", IncidentStatus.OnScene, 3)]
    [InlineData("+1 end1", IncidentStatus.Received, 2)]
    [InlineData("+1 no1", IncidentStatus.Received, 2)]
    [InlineData("+1 go1 back1", IncidentStatus.Received, 3)]
    [InlineData("+1 go1 to1", IncidentStatus.Received, 3)]
    [InlineData("+1 +2 go1 back1", IncidentStatus.Assigned, null)]
    [InlineData("+1 +2 no2 no1", IncidentStatus.Received, 4)]
    [InlineData("+1 +2 no1 there2 end2", IncidentStatus.OnScene, null)]
    [InlineData("+1 +2 there1 end1 no2", IncidentStatus.OnScene, 5)]
    [InlineData("+1 say1", IncidentStatus.Reported, null)]
    [InlineData("+1 say1 no1", IncidentStatus.Reported, null)]
    [InlineData("+1 there1 say1 +2 go2", IncidentStatus.Reported, null)]
    [InlineData("+1 there1 close", IncidentStatus.Closed, null)]
    [InlineData("close", IncidentStatus.Closed, null)]
    [InlineData("+1 there1 say1 end1 close open", IncidentStatus.Received, 6)]
    [InlineData("+1 there1 say1 end1 close open +2", IncidentStatus.Assigned, null)]
    [InlineData("+1 there1 end1 close open +2 no2", IncidentStatus.Received, 7)]
    [InlineData("+1 close open close", IncidentStatus.Closed, null)]
    public void Status_and_unattendedSince_follow_from_what_happened(string happened, IncidentStatus status, int? unattendedMinutes)
    {
        var state = Fold(happened);
        var view = IncidentViews.Of(state);
        Assert.Equal(status, view.Status);
        Assert.Equal(unattendedMinutes is { } m ? Centre.Start.AddMinutes(m) : null, view.UnattendedSince);
        Assert.Equal((short)status, state.ToBoard().Status);
    }

    [Fact]
    public void Unattended_counts_from_the_latest_end_whatever_the_order_of_reports()
    {
        var state = Fold("+1 +2");
        state = Apply(state, new UnitDeclined(Two, null), Centre.Start.AddMinutes(9));
        state = Apply(state, new UnitDeclined(One, null), Centre.Start.AddMinutes(4));
        Assert.Equal(Centre.Start.AddMinutes(9), IncidentViews.Of(state).UnattendedSince);
    }

    [Fact]
    public void Events_for_units_and_things_that_are_unknown_change_nothing_but_the_version()
    {
        var state = Fold("+1");
        var after = Apply(
            Apply(Apply(state, new UnitOnScene(Two, null, false), Centre.Start), new LinkRemoved(B, LinkRelation.RelatedTo), Centre.Start),
            "no event",
            Centre.Start);
        Assert.Equal(state with { Version = state.Version + 3, Links = after.Links }, after);
    }

    [Fact]
    public void An_event_for_a_unit_means_its_active_assignment_else_its_latest()
    {
        var state = Fold("+1 +1 end1 go1 end1 go1");
        Assert.Equal([Centre.Start.AddMinutes(4), Centre.Start.AddMinutes(6)], state.Assignments.Select(a => a.EnRouteAt!.Value));
        Assert.Equal(1, state.AssignmentOf(One));
        Assert.Equal(-1, state.AssignmentOf(Two));
    }

    private static IncidentState Fold(string happened)
    {
        var at = Centre.Start;
        var state = Apply(
            IncidentState.Initial(A), new IncidentCreated("1", null, "theft", 2, null, null, null, null, null, false, false, false), at);
        foreach (var word in happened.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            state = Apply(state, Event(word), at = at.AddMinutes(1));
        return state;
    }

    private static IncidentEvent Event(string word)
    {
        var unit = word.EndsWith('2') ? Two : One;
        return word.TrimEnd('1', '2') switch
        {
            "+" => new UnitAssigned(unit, null, null),
            "ack" => new UnitAcknowledged(unit, null, false),
            "go" => new UnitEnRoute(unit, null, false),
            "there" => new UnitOnScene(unit, null, false),
            "end" => new UnitCleared(unit, null, ClearCause.Report),
            "no" => new UnitDeclined(unit, null),
            "back" => new UnitCancelled(unit, null),
            "to" => new UnitDiverted(unit, B, null),
            "say" => new FeedbackGiven(unit, "done", null, new Dictionary<string, double>()),
            "close" => new IncidentClosed("handled", null),
            "open" => new IncidentReopened("why"),
            _ => throw new ArgumentException(word),
        };
    }

    private static IncidentState Apply(IncidentState state, object happened, DateTimeOffset at) => (IncidentState)state.Apply(happened, at);
}
