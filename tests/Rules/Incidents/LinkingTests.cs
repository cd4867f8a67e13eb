using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Incidents.LinkRelation;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class LinkingTests
{
    [Theory]
    [InlineData(DuplicateOf, HasDuplicate)]
    [InlineData(RelatedTo, RelatedTo)]
    public void A_link_stands_on_both_sides(LinkRelation near, LinkRelation far)
    {
        var centre = Ready();
        Assert.Equal(["incident/inc-a LinkAdded", "incident/inc-b LinkAdded"], Kinds(Done(centre.Do(A, new AddLink(B, near)))));
        Assert.Equal([new LinkView(B, near)], centre.View(A).Links);
        Assert.Equal([new LinkView(A, far)], centre.View(B).Links);
        Nothing(centre.Do(A, new AddLink(B, near)));
        Done(centre.Do(B, new RemoveLink(A)));
        Assert.Empty(centre.View(A).Links);
        Assert.Empty(centre.View(B).Links);
        Refused(RefusalCode.NotFound, centre.Do(A, new RemoveLink(B)));
    }

    [Fact]
    public void Another_relation_takes_the_place_of_the_first()
    {
        var centre = Ready();
        Done(centre.Do(A, new AddLink(B, DuplicateOf)));
        var decision = Done(centre.Do(B, new AddLink(A, DuplicateOf)));
        Assert.Equal(
            ["incident/inc-b LinkRemoved", "incident/inc-a LinkRemoved", "incident/inc-b LinkAdded", "incident/inc-a LinkAdded"],
            Kinds(decision));
        Assert.Equal(
            [
                new LinkRemoved(A, HasDuplicate), new LinkRemoved(B, DuplicateOf), new LinkAdded(A, DuplicateOf),
                new LinkAdded(B, HasDuplicate),
            ],
            decision.Events.Select(e => e.Event));
        Assert.Equal([new LinkView(B, HasDuplicate)], centre.View(A).Links);
    }

    [Fact]
    public void A_link_moves_nothing()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(B, new AddLink(A, DuplicateOf)));
        Assert.Equal((IncidentStatus.EnRoute, IncidentStatus.Received), (centre.View(A).Status, centre.View(B).Status));
    }

    [Fact]
    public void Closed_incidents_take_links()
    {
        var centre = Ready();
        Done(centre.Do(A, Closure()));
        Done(centre.Do(B, Closure()));
        Done(centre.Do(A, new AddLink(B, RelatedTo)));
        Done(centre.Do(A, new RemoveLink(B)));
    }

    [Fact]
    public void It_leads_to_another_incident_that_exists_by_a_relation_that_can_be_given()
    {
        var centre = Ready();
        Refused(RefusalCode.Invalid, "incidentId", centre.Do(A, new AddLink(A, RelatedTo)));
        Refused(RefusalCode.UnknownReference, "incidentId", centre.Do(A, new AddLink(C, RelatedTo)));
        Refused(RefusalCode.Invalid, "relation", centre.Do(A, new AddLink(B, HasDuplicate)));
        Refused(RefusalCode.NotFound, centre.Do(A, new RemoveLink(A)));
        Refused(RefusalCode.NotFound, centre.Do(A, new RemoveLink(C)));
    }
}
