using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.Policies;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Calls;

/// <summary>Who hung up before anybody answered is called back, whatever the policy; and who is on the line can be found.</summary>
public class CallBackTests
{
    private static readonly CallId Again = CallId.Of("call-again");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void From_its_end_a_call_that_nobody_answered_is_to_be_called_back(bool timed)
    {
        var centre = Ringing(timed);
        Assert.Equal((null, false), (centre.State(Ring.Stream).ToBoard().LateAt, centre.View(Ring).CallBackDue));
        var ended = Ended(centre);
        Assert.Equal((ended, true), (centre.State(Ring.Stream).ToBoard().LateAt, centre.View(Ring).CallBackDue));
        Assert.Equal([CallListing.CallBack], ((CallState)centre.State(Ring.Stream)).Listing!.Keys);
        var item = Assert.Single(LateCall.Of(Row(centre))).Item;
        Assert.Equal((OverdueKind.CallBackDue, Ring, ended, (ClockStage?)null), (item.Kind, item.CallId, item.Since, item.Stage));
        Assert.All(centre.View(Ring).Clocks, c => Assert.Equal(ClockState.Void, c.State));
        Assert.Equal(timed, centre.View(Ring).Clocks.Count > 0);
    }

    [Theory]
    [InlineData("dispose")]
    [InlineData("answer late")]
    [InlineData("answered again")]
    public void It_need_not_be_once_somebody_spoke_to_the_caller_or_said_what_it_was(string what)
    {
        var centre = Ringing();
        Ended(centre);
        centre.Now = centre.In(30);
        Done(centre.Do(Again, new ReceiveCall("138", null, null, centre.Now, null)));
        Done(centre.Do(
            Ring,
            what switch
            {
                "dispose" => new DisposeCall(DispositionKind.Abandoned, null, null),
                "answer late" => new AnswerCall(Centre.Start.AddSeconds(10)),
                _ => new NoteCallBack(Again),
            }));
        Assert.Equal((null, false), (centre.State(Ring.Stream).ToBoard().LateAt, centre.View(Ring).CallBackDue));
        Assert.DoesNotContain(CallListing.CallBack, ((CallState)centre.State(Ring.Stream)).Listing!.Keys);
        Assert.Empty(LateCall.Of(Row(centre)));
        Nothing(centre.Do(Ring, new NoteCallBack(Again), Actor.System));
    }

    [Fact]
    public void What_no_answer_shows_is_not_taken_for_a_call_back()
    {
        var centre = Ringing();
        Ended(centre);
        Done(centre.Do(Again, new ReceiveCall("138", null, centre.Now, null, null)));
        Nothing(centre.Do(Ring, new NoteCallBack(Again), Actor.System));
        Nothing(centre.Do(Ring, new NoteCallBack(Ring), Actor.System));
        Nothing(centre.Do(Ring, new NoteCallBack(CallId.Of("ghost")), Actor.System));
        var before = CallId.Of("call-before");
        Done(centre.Do(before, new ReceiveCall("138", null, null, Centre.Start.AddSeconds(-60), null)));
        Nothing(centre.Do(Ring, new NoteCallBack(before), Actor.System));
        centre.Now = centre.In(3);
        Done(centre.Do(Again, new AnswerCall(null)));
        Done(centre.Do(Ring, new NoteCallBack(Again), Actor.System));
    }

    [Fact]
    public void Who_was_answered_and_who_is_history_is_not_called_back()
    {
        var answered = Ringing();
        Done(answered.Do(Ring, new AnswerCall(null)));
        Ended(answered);
        Assert.False(answered.View(Ring).CallBackDue);

        var historic = new Centre();
        Done(historic.Do(Ring, new ReceiveCall("138", null, historic.In(-7200), null, null)));
        Done(historic.Do(Ring, new EndCall(historic.In(-7180))));
        Assert.Equal((false, null), (historic.View(Ring).CallBackDue, historic.State(Ring.Stream).ToBoard().LateAt));
    }

    [Fact]
    public void What_ended_before_there_were_call_backs_keeps_its_story()
    {
        var state = CallState.Initial(Ring)
            .Apply(new CallReceived(null, Centre.Start, null, "digest"), Centre.Start)
            .Apply(new CallEnded(), Centre.Start.AddSeconds(20));
        Assert.Null(state.ToBoard().LateAt);
        var answered = (CallState)state.Apply(new CallAnswered(), Centre.Start.AddSeconds(10));
        Assert.Null(answered.AnsweredBy);
    }

    [Theory]
    [InlineData(Roles.CallTaker, "wang")]
    [InlineData(Roles.Feeder, null)]
    public void Who_answered_is_on_the_line_until_the_end_whatever_was_made_of_the_call(string role, string? by)
    {
        var centre = Ringing();
        Assert.Equal((false, null), (centre.View(Ring).Talking, centre.View(Ring).AnsweredBy));
        Done(centre.Do(Ring, new AnswerCall(null), new Actor("wang", role)));
        Assert.Equal((true, by), (centre.View(Ring).Talking, centre.View(Ring).AnsweredBy));
        Done(centre.Do(A, Creation()));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Incident, A, null)));
        Assert.Equal((true, by), (centre.View(Ring).Talking, centre.View(Ring).AnsweredBy));
        Assert.Contains(CallListing.Talking, ((CallState)centre.State(Ring.Stream)).Listing!.Keys);
        Done(centre.Do(Ring, new EndCall(null)));
        Assert.Equal((false, by), (centre.View(Ring).Talking, centre.View(Ring).AnsweredBy));
        Assert.DoesNotContain(CallListing.Talking, ((CallState)centre.State(Ring.Stream)).Listing!.Keys);
    }

    [Fact]
    public void A_call_that_comes_answered_says_who_answered_it()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall("138", null, null, centre.Now, null)));
        Assert.Equal((true, "wang"), (centre.View(Ring).Talking, centre.View(Ring).AnsweredBy));
    }

    [Theory]
    [InlineData("13800000000", "138 0000-0000", true)]
    [InlineData("+8613800000000", "13800000000", false)]
    [InlineData("anonymous", "anonymous", false)]
    [InlineData("", "", false)]
    [InlineData(null, null, false)]
    public void Numbers_are_the_same_but_for_blanks_and_signs_and_nobody_is_not_a_number(string? a, string? b, bool same) =>
        Assert.Equal(same, CallerNumbers.Comparable(a) is { } number && number == CallerNumbers.Comparable(b));

    [Fact]
    public void In_an_older_form_an_answer_and_an_end_lack_only_what_is_new()
    {
        IFormedEvent[] formed =
        [
            new CallAnswered { By = new Answerer("wang") }, new CallEnded { CallBackDue = true },
            new CallDisposed(DispositionKind.FalseReport, A, null) { Stays = true },
        ];
        Assert.All(formed, e => Assert.Equal(2, e.Form));
        Assert.Equal([new CallAnswered(), new CallEnded(), null], formed.Select(e => e.InForm(1)));
        IFormedEvent[] plain = [new CallAnswered(), new CallEnded(), new CallDisposed(DispositionKind.FalseReport, A, null)];
        Assert.All(plain, e => Assert.Equal(1, e.Form));
    }

    private static Centre Ringing(bool timed = false)
    {
        var centre = new Centre { Timing = timed ? Presets.MetPolice : null };
        Done(centre.Do(Ring, new ReceiveCall("138", null, null, null, null)));
        return centre;
    }

    private static DateTimeOffset Ended(Centre centre)
    {
        centre.Now = centre.In(5);
        Done(centre.Do(Ring, new EndCall(null)));
        return centre.Now;
    }

    private static BoardRow Row(Centre centre) =>
        new(Ring.Stream, 1, [], new JournalPosition(1), centre.State(Ring.Stream).ToBoard());
}
