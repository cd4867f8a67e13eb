using Tocsin.Calls;
using Tocsin.Commands;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Calls;

/// <summary>At which seat a call is, and who has it since it was handed on.</summary>
public class HandingTests
{
    private static readonly HandCall ToLi = new("li", "4", null);

    [Fact]
    public void The_seat_is_where_it_rang_until_it_is_answered_at_another()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, null, null) { Seat = "2" }));
        Assert.Equal("2", centre.View(Ring).Seat);
        Done(centre.Do(Ring, new AnswerCall(null)));
        Assert.Equal(("2", "wang"), (centre.View(Ring).Seat, centre.View(Ring).AnsweredBy));
        Done(centre.Do(Unanswered, new ReceiveCall("110", null, null, null, null) { Seat = "2" }));
        Done(centre.Do(Unanswered, new AnswerCall(null) { Seat = "3" }));
        Assert.Equal("3", centre.View(Unanswered).Seat);
        Nothing(centre.Do(Unanswered, new AnswerCall(null) { Seat = "5" }));
    }

    [Fact]
    public void A_call_that_came_in_answered_has_the_seat_of_its_answer()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null) { Seat = "2" }));
        Assert.Equal(("2", true), (centre.View(Ring).Seat, centre.View(Ring).Talking));
    }

    [Fact]
    public void Who_it_is_handed_to_has_it_from_then_on()
    {
        var centre = Talking();
        Assert.Equal([$"{Ring.Stream} CallHanded"], Kinds(Done(centre.Do(Ring, ToLi))));
        Assert.Equal(("li", "4", true), (centre.View(Ring).AnsweredBy, centre.View(Ring).Seat, centre.View(Ring).Talking));
        Nothing(centre.Do(Ring, ToLi));
        Done(centre.Do(Ring, ToLi with { ToSeat = null }));
        Assert.Equal(("li", null), (centre.View(Ring).AnsweredBy, centre.View(Ring).Seat));
    }

    [Fact]
    public void Nobody_hands_on_what_nobody_has_answered()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, null, null)));
        Assert.Equal("ringing", Refused(RefusalCode.WrongStage, centre.Do(Ring, ToLi)).Stage);
        Refused(RefusalCode.NotFound, centre.Do(Unanswered, ToLi));
    }

    [Fact]
    public void A_call_that_has_ended_was_handed_on_before_that_or_never()
    {
        var centre = Talking();
        Later(centre);
        Done(centre.Do(Ring, new EndCall(centre.Now)));
        Later(centre);
        Refused(RefusalCode.WrongStage, centre.Do(Ring, ToLi));
        Refused(RefusalCode.WrongStage, centre.Do(Ring, ToLi with { OccurredAt = centre.Now }));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(Ring, ToLi with { OccurredAt = centre.In(6) }));
        Done(centre.Do(Ring, ToLi with { OccurredAt = centre.State(Ring.Stream) is CallState { EndedAt: { } ended } ? ended : null }));
        Assert.Equal("li", centre.View(Ring).AnsweredBy);
    }

    private static Centre Talking()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall("110", null, null, centre.Now, null) { Seat = "2" }));
        return centre;
    }
}
