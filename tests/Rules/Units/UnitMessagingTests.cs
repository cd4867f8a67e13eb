using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Messages;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

public class UnitMessagingTests
{
    [Fact]
    public void What_the_centre_writes_is_for_the_unit_and_what_the_unit_writes_is_for_the_centre()
    {
        var centre = Ready();
        var to = Assert.IsType<MessageSent>(Done(centre.Do(One, Message("m1", "where are you?"))).Events[0].Event);
        var from = Assert.IsType<MessageSent>(Done(centre.Do(One, Message("m2", "at the mill"), UnitActor(One))).Events[0].Event);
        Assert.Equal((MessageTo.Unit, "wang", Roles.Dispatcher, (UnitId?)null), (to.To, to.From.Subject, to.From.Role, to.From.UnitId));
        Assert.Equal(
            (MessageTo.Centre, "device", Roles.Unit, (UnitId?)One), (from.To, from.From.Subject, from.From.Role, from.From.UnitId));
        Assert.Equal((1, 1), (centre.View(One).Unread, centre.View(One).UnreadByCentre));
        Assert.Equal(
            "north",
            Assert.IsType<MessageSent>(Done(centre.Do(One, Message("m3", "x"), StationActor("north"))).Events[0].Event).From.Station);
    }

    [Fact]
    public void A_message_is_read_once_and_by_whom_it_is_for()
    {
        var centre = Ready();
        Done(centre.Do(One, Message("m1", "where are you?")));
        Nothing(centre.Do(One, Reading("m1")));
        Refused(RefusalCode.NotYours, centre.Do(One, Reading("m1"), StationActor("north")));
        Assert.Equal(1, centre.View(One).Unread);
        Later(centre);
        var read = Done(centre.Do(One, Reading("m1", centre.In(-5)), UnitActor(One))).Events[0];
        Assert.Equal(
            (centre.In(-5), new Correspondent("device", Roles.Unit, One, null)),
            (read.OccurredAt, Assert.IsType<MessageRead>(read.Event).By));
        Assert.Equal(0, centre.View(One).Unread);
        Nothing(centre.Do(One, Reading("m1"), UnitActor(One)));
    }

    [Fact]
    public void What_one_of_the_centre_has_read_the_centre_has_read_and_a_station_is_not_the_centre()
    {
        var centre = Ready();
        Done(centre.Do(One, Message("m1", "I need an ambulance"), UnitActor(One)));
        Refused(RefusalCode.NotYours, centre.Do(One, Reading("m1"), StationActor("north")));
        Nothing(centre.Do(One, Reading("m1"), UnitActor(One)));
        Done(centre.Do(One, Reading("m1"), Supervisor));
        Nothing(centre.Do(One, Reading("m1")));
        Assert.Equal(0, centre.View(One).UnreadByCentre);
    }

    [Fact]
    public void A_unit_and_a_station_have_their_own_only()
    {
        var centre = Ready();
        Refused(RefusalCode.NotYours, centre.Do(One, Message("m1", "x"), UnitActor(Two)));
        Refused(RefusalCode.NotYours, centre.Do(One, Message("m1", "x"), StationActor("south")));
        Done(centre.Do(One, Message("m1", "x")));
        Refused(RefusalCode.NotYours, centre.Do(One, Reading("m1"), UnitActor(Two)));
        Refused(RefusalCode.NotFound, centre.Do(UnitId.Of("ghost"), Message("m2", "x")));
        Refused(RefusalCode.NotFound, centre.Do(One, Reading("m9"), UnitActor(One)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(One, Message("m3", "x", at: centre.In(6))));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(One, Reading("m1", centre.In(6)), UnitActor(One)));
    }

    [Fact]
    public void A_message_may_be_about_an_incident_that_there_is()
    {
        var centre = Ready();
        Refused(RefusalCode.UnknownReference, "incidentId", centre.Do(One, Message("m1", "x", about: IncidentId.Of("ghost"))));
        Assert.Equal(A, Assert.IsType<MessageSent>(Done(centre.Do(One, Message("m1", "x", about: A))).Events[0].Event).IncidentId);
    }

    [Fact]
    public void The_answer_says_under_which_id_and_a_message_is_not_sent_twice()
    {
        var centre = Ready();
        Assert.Equal("\"messageId\":\"m1\"", Done(centre.Do(One, Message("m1", "x"))).Extra);
        var again = centre.Do(One, Message("m1", "x"));
        Nothing(again);
        Assert.Equal("\"messageId\":\"m1\"", again.Extra);
    }

    [Fact]
    public void A_unit_keeps_its_newest_messages_and_lets_those_go_first_that_were_read()
    {
        var centre = Ready();
        for (var i = 0; i < KeptMessages.Most; i++)
            Done(centre.Do(One, Message($"k{i}", "x")));
        Done(centre.Do(One, Reading("k7"), UnitActor(One)));
        Done(centre.Do(One, Message("n1", "x")));
        Refused(RefusalCode.NotFound, centre.Do(One, Reading("k7"), UnitActor(One)));
        Assert.Equal(KeptMessages.Most, centre.View(One).Unread);
        Done(centre.Do(One, Message("n2", "x")));
        Refused(RefusalCode.NotFound, centre.Do(One, Reading("k0"), UnitActor(One)));
        Done(centre.Do(One, Reading("n1"), UnitActor(One)));
        Assert.Equal(KeptMessages.Most - 1, centre.View(One).Unread);
        Assert.Equal(KeptMessages.Most, ((UnitState)centre.State(One.Stream)).Messages.Length);
    }

    [Fact]
    public void A_snapshot_holds_what_is_unread_and_who_is_in_distress()
    {
        var centre = Ready();
        Done(centre.Do(One, Message("m1", "x")));
        Done(centre.Do(One, new RaisePanic(C, null, null, null)));
        var state = (UnitState)centre.State(One.Stream);
        Assert.Equal(state.ToBoard(), UnitSnapshotJson.Read(UnitSnapshotJson.Write(state)).ToBoard());
        Assert.Equal(state.PanicAt, UnitSnapshotJson.Read(UnitSnapshotJson.Write(state)).PanicAt);
    }

    private static MessageUnit Message(string id, string text, IncidentId? about = null, DateTimeOffset? at = null) =>
        new(MessageId.Of(id), text, about, at);

    private static ReadUnitMessage Reading(string id, DateTimeOffset? at = null) => new(MessageId.Of(id), at);
}
