using System.Text.Json.Nodes;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Tests.Rules.Directives;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Evidence;

/// <summary>Evidence is the same of an incident, a call and a directive.</summary>
public class EvidenceTests
{
    private static readonly string Digest = new('a', 64);

    private static readonly EvidenceItem Photo = new(EvidenceKind.Photo, "nas://1", Digest, 5, null, null, null, "a note");

    [Theory]
    [InlineData("incident")]
    [InlineData("call")]
    [InlineData("directive")]
    public void A_piece_has_a_number_and_is_counted(string kind)
    {
        var (centre, stream) = Thing(kind);
        Assert.Equal("\"n\":1", Done(centre.Do(stream, Add(kind))).Extra);
        var again = Done(centre.Do(stream, Add(kind, Photo with { TakenAt = centre.Now.AddTicks(1) })));
        Assert.Equal("\"n\":2", again.Extra);
        var added = Assert.IsAssignableFrom<IEvidenceAdded>(Assert.Single(again.Events).Event);
        Assert.Equal((2, centre.Now, "nas://1"), (added.N, added.Item.TakenAt, added.Item.Uri));
        Assert.Contains("\"evidenceCount\":2", centre.State(stream).ToBoard().View, StringComparison.Ordinal);
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(stream, Add(kind, at: centre.In(60))));
    }

    [Theory]
    [InlineData("incident")]
    [InlineData("call")]
    [InlineData("directive")]
    public void A_verification_says_whether_it_is_the_same_and_is_recorded_each_time(string kind)
    {
        var (centre, stream) = Thing(kind);
        Refused(RefusalCode.NotFound, centre.Do(stream, Verify(kind, 1, Digest)));
        Done(centre.Do(stream, Add(kind)));
        var view = WithoutVersion(centre, stream);
        var same = Done(centre.Do(stream, Verify(kind, 1, Digest)));
        Assert.Equal("\"same\":true", same.Extra);
        Assert.True(Assert.IsAssignableFrom<IEvidenceVerified>(Assert.Single(same.Events).Event).Same);
        Assert.Equal("\"same\":false", Done(centre.Do(stream, Verify(kind, 1, new string('0', 64)))).Extra);
        Refused(RefusalCode.NotFound, centre.Do(stream, Verify(kind, 2, Digest)));
        Refused(RefusalCode.NotFound, centre.Do(stream, Verify(kind, 0, Digest)));

        // Nothing of the thing changes but its version.
        Assert.Equal(view, WithoutVersion(centre, stream));
    }

    [Theory]
    [InlineData("incident")]
    [InlineData("call")]
    [InlineData("directive")]
    public void The_two_hundred_and_first_is_refused(string kind)
    {
        var (centre, stream) = Thing(kind);
        for (var i = 0; i < EvidenceLimits.PerThing; i++)
            Done(centre.Do(stream, Add(kind)));
        Refused(RefusalCode.LimitReached, centre.Do(stream, Add(kind)));
    }

    [Fact]
    public void A_unit_and_a_station_add_to_what_is_theirs()
    {
        var centre = Orders.Manned();
        Refused(RefusalCode.NotYours, centre.Do(A, new AddIncidentEvidence(Photo, null), UnitActor(One)));
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, new AddIncidentEvidence(Photo, null), UnitActor(One)));
        Done(centre.Do(Orders.D, Orders.Order));
        Done(centre.Do(Orders.D, new AddDirectiveEvidence(Photo, null), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(Orders.D, new AddDirectiveEvidence(Photo, null), StationActor("south")));
        Refused(RefusalCode.NotYours, centre.Do(Orders.D, new AddDirectiveEvidence(Photo, null), UnitActor(One)));
        Done(centre.Do(Orders.D, new AddDirectiveEvidence(Photo, null), new Actor("ct", Roles.CallTaker)));
    }

    [Fact]
    public void The_address_and_the_notes_are_erased_with_the_notes_of_the_thing()
    {
        foreach (var stream in new[] { A.Stream, Ring.Stream, Orders.D.Stream })
        {
            var members = Tocsin.Hosting.StreamDefinitions.Catalogue.Of(stream).Events.Erasable[IEvidenceAdded.Kind];
            Assert.Equal(["uri", "takenBy", "note"], members.Select(m => m.Name));
            Assert.All(members, m => Assert.Equal(("item", ErasureField.Notes), (m.Within, m.Field)));
        }
    }

    private static string WithoutVersion(Centre centre, StreamId stream)
    {
        var view = JsonNode.Parse(centre.State(stream).ToBoard().View)!.AsObject();
        view.Remove("version");
        return view.ToJsonString();
    }

    private static (Centre Centre, StreamId Stream) Thing(string kind)
    {
        var centre = Orders.Manned();
        switch (kind)
        {
            case "call":
                Done(centre.Do(Ring, new ReceiveCall("110", null, null, null, null)));
                return (centre, Ring.Stream);
            case "directive":
                Done(centre.Do(Orders.D, Orders.Order));
                return (centre, Orders.D.Stream);
            default:
                return (centre, A.Stream);
        }
    }

    private static object Add(string kind, EvidenceItem? item = null, DateTimeOffset? at = null) => kind switch
    {
        "call" => new AddCallEvidence(item ?? Photo, at),
        "directive" => new AddDirectiveEvidence(item ?? Photo, at),
        _ => new AddIncidentEvidence(item ?? Photo, at),
    };

    private static object Verify(string kind, int n, string sha256) => kind switch
    {
        "call" => new VerifyCallEvidence(n, sha256, null),
        "directive" => new VerifyDirectiveEvidence(n, sha256, null),
        _ => new VerifyIncidentEvidence(n, sha256, null),
    };
}
