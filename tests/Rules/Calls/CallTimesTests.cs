using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Calls;

public class CallTimesTests
{
    private static readonly ReceiveCall Ringing = new(null, null, null, null, null);

    [Fact]
    public void Without_an_answer_it_rings_since_now_when_nobody_says_otherwise()
    {
        var centre = new Centre();
        Assert.Equal(["call/call-1 CallReceived"], Kinds(Done(centre.Do(Ring, Ringing))));
        Assert.Equal(
            (CallStatus.Ringing, centre.Now, null),
            (centre.View(Ring).Status, centre.View(Ring).RingingAt!.Value, centre.View(Ring).AnsweredAt));
        Assert.True(centre.State(Ring.Stream).ToBoard().Open);
    }

    [Fact]
    public void One_that_was_answered_is_received_and_answered_in_one_append()
    {
        var centre = new Centre();
        var decision = Done(centre.Do(Ring, Ringing with { RingingAt = centre.In(-9), AnsweredAt = centre.In(-4) }));
        Assert.Equal(["call/call-1 CallReceived", "call/call-1 CallAnswered"], Kinds(decision));
        Assert.Equal([centre.In(-9), centre.In(-4)], decision.Events.Select(e => e.OccurredAt));
        Assert.Equal(
            (CallStatus.Answered, centre.In(-9), centre.In(-4)),
            (centre.View(Ring).Status, centre.View(Ring).RingingAt!.Value, centre.View(Ring).AnsweredAt!.Value));
    }

    [Fact]
    public void A_ringing_time_that_nobody_knows_stays_unknown()
    {
        var centre = new Centre();
        var decision = Done(centre.Do(Ring, Ringing with { AnsweredAt = centre.In(-4) }));
        Assert.Equal(centre.In(-4), decision.Events[0].OccurredAt);
        Assert.Null(centre.View(Ring).RingingAt);
    }

    [Theory]
    [InlineData("ringingAt")]
    [InlineData("answeredAt")]
    public void Nothing_rings_or_is_answered_in_the_future(string field)
    {
        var ahead = Centre.Start.AddSeconds(5.001);
        Refused(
            RefusalCode.OccurredAtInFuture,
            field,
            new Centre().Do(Ring, field == "ringingAt" ? Ringing with { RingingAt = ahead } : Ringing with { AnsweredAt = ahead }));
    }

    [Fact]
    public void The_first_answer_and_the_first_end_stand()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, Ringing));
        Done(centre.Do(Ring, new AnswerCall(centre.In(-3))));
        Nothing(centre.Do(Ring, new AnswerCall(centre.In(-1))));
        Assert.Equal(CallStatus.Answered, centre.View(Ring).Status);
        Done(centre.Do(Ring, new EndCall(null)));
        Nothing(centre.Do(Ring, new EndCall(centre.In(-1))));
        Assert.Equal(
            (CallStatus.Ended, centre.In(-3), centre.Now),
            (centre.View(Ring).Status, centre.View(Ring).AnsweredAt!.Value, centre.View(Ring).EndedAt!.Value));
        Refused(RefusalCode.OccurredAtInFuture, "occurredAt", centre.Do(Ring, new EndCall(centre.In(6))));
    }

    /// <summary>The status is the first that holds of disposed, ended, answered, ringing, in whatever order they came.</summary>
    [Theory]
    [InlineData("", CallStatus.Ringing)]
    [InlineData("answer", CallStatus.Answered)]
    [InlineData("end", CallStatus.Ended)]
    [InlineData("end answer", CallStatus.Ended)]
    [InlineData("answer end", CallStatus.Ended)]
    [InlineData("dispose", CallStatus.Disposed)]
    [InlineData("dispose answer end", CallStatus.Disposed)]
    public void The_status_is_the_first_that_holds(string commands, CallStatus status)
    {
        var centre = new Centre();
        Done(centre.Do(Ring, Ringing));
        foreach (var word in commands.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            CallCommand command = word switch
            {
                "answer" => new AnswerCall(null),
                "end" => new EndCall(null),
                _ => new DisposeCall(DispositionKind.Nuisance, null, null),
            };
            Done(centre.Do(Ring, command));
        }

        Assert.Equal(status, centre.View(Ring).Status);
        Assert.Equal(
            ((short)status, status != CallStatus.Disposed),
            (centre.State(Ring.Stream).ToBoard().Status, centre.State(Ring.Stream).ToBoard().Open));
    }

    [Fact]
    public void Received_again_it_stands()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, Ringing));
        Nothing(centre.Do(Ring, Ringing));
    }

    [Fact]
    public void An_unknown_call_is_not_found()
    {
        CallCommand[] commands =
        [
            new AnswerCall(null), new EndCall(null), new ChangeCall(default, default, default),
            new DisposeCall(DispositionKind.Test, null, null),
        ];
        Assert.All(commands, c => Refused(RefusalCode.NotFound, new Centre().Do(CallId.Of("ghost"), c)));
    }

    [Fact]
    public void Fields_change_each_by_itself_and_only_when_they_differ()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, Ringing with { Location = new Location(null, null, "mill") }));
        var changes = Assert.IsType<CallChanged>(Assert.Single(
            Done(centre.Do(Ring, new ChangeCall(default, new(new Location(null, null, "mill")), new("he says")))).Events).Event).Changes;
        Assert.Equal(new CallChanges(null, null, new(null, "he says")), changes);
        Nothing(centre.Do(Ring, new ChangeCall(default, default, new("he says"))));
        Done(centre.Do(Ring, new ChangeCall(default, new((Location?)null), default)));
        Assert.Equal((null, "he says"), (centre.View(Ring).Location, centre.View(Ring).Narrative));
    }

    [Fact]
    public void The_callers_number_stands_apart_and_the_events_have_digests()
    {
        var centre = new Centre();
        var received = Done(centre.Do(Ring, Ringing with { CallerNumber = "+86 \"1\"" }));
        Assert.Equal("#call/call-1#7#+86 \"1\"", Assert.IsType<CallReceived>(received.Events[0].Event).Caller);
        Assert.Equal([new Tocsin.Journal.PersonalEntry(Ring.Stream, """ "+86 \"1\"" """.Trim())], received.Personal);
        Assert.Null(centre.View(Ring).CallerNumber);
        Nothing(centre.Do(Ring, new ChangeCall(new("+86 \"1\""), default, default)));
        var changed = Done(centre.Do(Ring, new ChangeCall(new("110"), default, default)));
        Assert.Equal(["\"110\""], changed.Personal.Select(p => p.Value));
        Assert.DoesNotContain("\"110\"", Tocsin.Deciding.EventCodec.Encode(changed.Events[0].Event), StringComparison.Ordinal);
        var removed = Done(centre.Do(Ring, new ChangeCall(new((string?)null), default, default)));
        Assert.Equal([new Tocsin.Journal.PersonalEntry(Ring.Stream, null)], removed.Personal);
        Assert.Empty(Done(centre.Do(Ring, new ChangeCall(default, default, new("words")))).Personal);
    }
}
