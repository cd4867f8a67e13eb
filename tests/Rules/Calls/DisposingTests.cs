using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Calls.DispositionKind;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Calls;

public class DisposingTests
{
    [Theory]
    [InlineData(DispositionKind.Incident)]
    [InlineData(Duplicate)]
    public void Incident_and_duplicate_join_the_call(DispositionKind kind)
    {
        var centre = WithCall();
        Assert.Equal(
            ["incident/inc-a CallJoined", "call/call-1 CallDisposed"], Kinds(Done(centre.Do(Ring, new DisposeCall(kind, A, "n")))));
        Assert.Equal(new CallJoined(Ring, kind, Centre.Start.AddSeconds(-4)), centre.Journal[^2].Event);
        Assert.Equal((A, 1), (centre.View(Ring).IncidentId!.Value, centre.View(A).CallCount));
        Nothing(centre.Do(Ring, new DisposeCall(kind, A, "n")));
    }

    [Theory]
    [InlineData(DispositionKind.Incident)]
    [InlineData(Duplicate)]
    public void They_need_an_incident_that_exists_and_is_open(DispositionKind kind)
    {
        var centre = WithCall();
        Refused(RefusalCode.Invalid, "incidentId", centre.Do(Ring, new DisposeCall(kind, null, null)));
        Refused(RefusalCode.UnknownReference, "incidentId", centre.Do(Ring, new DisposeCall(kind, C, null)));
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(Ring, new DisposeCall(kind, A, null)));
    }

    [Theory]
    [InlineData(Inquiry)]
    [InlineData(Nuisance)]
    [InlineData(FalseReport)]
    [InlineData(Abandoned)]
    [InlineData(Transferred)]
    [InlineData(Test)]
    public void The_others_may_name_an_incident_and_join_none(DispositionKind kind)
    {
        var centre = WithCall();
        Assert.Equal(["call/call-1 CallDisposed"], Kinds(Done(centre.Do(Ring, new DisposeCall(kind, null, null)))));
        Refused(RefusalCode.UnknownReference, "incidentId", centre.Do(Ring, new DisposeCall(kind, C, null)));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(Ring, new DisposeCall(kind, A, "about it")));
        Assert.Null(centre.View(Ring).IncidentId);
        Assert.Equal(new DispositionView(kind, A, "about it", centre.Now), centre.View(Ring).Disposition);
        Assert.Equal(0, centre.View(A).CallCount);
    }

    [Fact]
    public void A_call_that_moves_leaves_its_first_incident()
    {
        var centre = WithCall();
        Done(centre.Do(Ring, new DisposeCall(Duplicate, A, null)));
        var decision = Done(centre.Do(Ring, new DisposeCall(DispositionKind.Incident, B, null)));
        Assert.Equal(["incident/inc-a CallLeft", "incident/inc-b CallJoined", "call/call-1 CallDisposed"], Kinds(decision));
        Assert.Equal(new CallLeft(Ring, Duplicate), decision.Events[0].Event);
        Assert.Equal((0, 1), (centre.View(A).CallCount, centre.View(B).CallCount));
    }

    [Fact]
    public void The_false_report_that_turned_out_true()
    {
        var centre = WithCall();
        Done(centre.Do(Ring, new DisposeCall(FalseReport, null, "drunk")));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Incident, A, null)));
        Assert.Equal(1, centre.View(A).CallCount);
        Assert.Equal(
            ["incident/inc-a CallLeft", "call/call-1 CallDisposed"],
            Kinds(centre.Do(Ring, new DisposeCall(FalseReport, null, "drunk after all"))));
        Assert.Null(centre.View(Ring).IncidentId);
        Assert.Equal(0, centre.View(A).CallCount);
    }

    [Fact]
    public void Another_kind_on_the_same_incident_counts_it_once_and_as_what_it_is()
    {
        var centre = WithCall();
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Incident, A, null)));
        Done(centre.Do(A, Closure()));
        var decision = Done(centre.Do(Ring, new DisposeCall(Duplicate, A, null)));
        Assert.Equal(["incident/inc-a CallLeft", "incident/inc-a CallJoined", "call/call-1 CallDisposed"], Kinds(decision));
        Assert.Equal((1, Duplicate), (centre.View(A).CallCount, centre.State(A).Calls[0].Kind));
    }

    [Theory]
    [InlineData(Inquiry)]
    [InlineData(Nuisance)]
    [InlineData(FalseReport)]
    [InlineData(Abandoned)]
    [InlineData(Transferred)]
    [InlineData(Test)]
    public void One_whose_disposition_names_the_incident_that_it_is_on_stays_on_it(DispositionKind kind)
    {
        var centre = WithCall();
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Incident, A, null)));
        Done(centre.Do(A, Closure()));
        Assert.Equal(["call/call-1 CallDisposed"], Kinds(Done(centre.Do(Ring, new DisposeCall(kind, A, "after all")))));
        Assert.Equal((A, 1), (centre.View(Ring).IncidentId!.Value, centre.View(A).CallCount));
        Assert.Equal(kind, centre.View(Ring).Disposition!.Kind);
        Done(centre.Do(Ring, new DisposeCall(kind, A, "another note")));
        Assert.Equal(1, centre.View(A).CallCount);

        // Without its name, or with another, it leaves.
        Assert.Equal(
            ["incident/inc-a CallLeft", "call/call-1 CallDisposed"], Kinds(Done(centre.Do(Ring, new DisposeCall(kind, B, null)))));
        Assert.Null(centre.View(Ring).IncidentId);
        Assert.Equal(0, centre.View(A).CallCount);
    }

    [Fact]
    public void A_false_report_of_before_that_left_its_incident_has_left_it()
    {
        var state = CallState.Initial(Ring)
            .Apply(new CallDisposed(DispositionKind.Incident, A, null), Centre.Start)
            .Apply(new CallDisposed(FalseReport, A, null), Centre.Start);
        Assert.Null(((CallState)state).JoinedTo);
    }

    [Fact]
    public void Another_note_only_is_recorded_on_the_call_only()
    {
        var centre = WithCall();
        Done(centre.Do(Ring, new DisposeCall(Duplicate, A, null)));
        Assert.Equal(["call/call-1 CallDisposed"], Kinds(Done(centre.Do(Ring, new DisposeCall(Duplicate, A, "more")))));
    }

    [Fact]
    public void An_incident_shows_its_first_twenty_calls_and_counts_all()
    {
        var centre = Ready();
        for (var i = 0; i < 25; i++)
        {
            var call = Tocsin.Identity.CallId.Of($"c{i:00}");
            Done(centre.Do(call, new ReceiveCall(null, null, null, null, null)));
            Done(centre.Do(call, new DisposeCall(Duplicate, A, null)));
        }

        Assert.Equal((25, 20, "c00"), (centre.View(A).CallCount, centre.View(A).Calls.Count, centre.View(A).Calls[0].Id.Value));
    }

    private static Centre WithCall()
    {
        var centre = Ready();
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, centre.In(-4), null)));
        return centre;
    }
}
