using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class IncidentMessagingTests
{
    [Fact]
    public void Each_party_reads_a_message_once_and_who_wrote_it_has_read_it()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, Message("m1")));
        Nothing(centre.Do(A, Reading("m1"), Supervisor));
        Done(centre.Do(A, Reading("m1"), UnitActor(One)));
        Nothing(centre.Do(A, Reading("m1"), UnitActor(One)));
        Done(centre.Do(A, Reading("m1"), StationActor("north")));
        Nothing(centre.Do(A, Reading("m1"), StationActor("north")));
        Refused(RefusalCode.NotFound, centre.Do(A, Reading("m9")));
    }

    [Fact]
    public void The_incident_counts_its_messages_and_those_that_the_centre_has_not_read()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, Message("m1")));
        Done(centre.Do(A, Message("m2"), UnitActor(One)));
        Done(centre.Do(A, Message("m3"), StationActor("north")));
        Assert.Equal((3, 2), (centre.View(A).MessageCount, centre.View(A).Unread));
        Done(centre.Do(A, Reading("m2"), StationActor("north")));
        Assert.Equal(2, centre.View(A).Unread);
        Done(centre.Do(A, Reading("m2")));
        Assert.Equal(1, centre.View(A).Unread);
    }

    [Fact]
    public void A_closed_incident_still_takes_messages_and_readings()
    {
        var centre = At(AssignmentStage.OnScene);
        Done(centre.Do(A, Closure()));
        Done(centre.Do(A, Message("m1"), UnitActor(One)));
        Done(centre.Do(A, Reading("m1")));
    }

    [Fact]
    public void Whose_affair_it_is_not_neither_writes_nor_reads()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(A, Message("m1")));
        foreach (var stranger in new[] { UnitActor(Two), StationActor("south") })
        {
            Refused(RefusalCode.NotYours, centre.Do(A, Message("m2"), stranger));
            Refused(RefusalCode.NotYours, centre.Do(A, Reading("m1"), stranger));
        }

        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Message("m2", centre.In(6))));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Reading("m1", centre.In(6)), UnitActor(One)));
    }

    [Fact]
    public void A_message_moves_no_clock_and_no_status()
    {
        var centre = Ready(
            new TimingPolicy("p", 1, [new TimingLimit(ClockStage.Assign, null, null, null, 60, 30, [])], EscalationPlan.Default));
        var before = centre.View(A);
        Assert.NotEmpty(before.Clocks);
        Done(centre.Do(A, Message("m1", centre.In(-600))));
        Done(centre.Do(A, Message("m2", centre.In(-500))));
        var after = centre.View(A);
        Assert.Equal(before.Clocks, after.Clocks);
        Assert.Equal((before.Status, before.UnattendedSince), (after.Status, after.UnattendedSince));
    }

    private static MessageIncident Message(string id, DateTimeOffset? at = null) => new(MessageId.Of(id), "words", at);

    private static ReadIncidentMessage Reading(string id, DateTimeOffset? at = null) => new(MessageId.Of(id), at);
}
