using System.Text.Json;
using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Directives;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Deciding;

/// <summary>The views have every member of the contract, absent values as null, and nothing personal.</summary>
public class ViewTests
{
    private const string Incident = "id number status category priority location narrative station areaClass receivedAt "
        + "closedAt unattendedSince exercise historic callCount calls assignments feedback links "
        + "clocks disposition version policy supervision messageCount unread panicUnitId located distress reference valid "
        + "parties evidenceCount directives involved owner loop operation callBacks reviews";
    private const string Unit = "id callSign kind station capabilities home crew status incidentId "
        + "position version outOfService unread unreadByCentre panicIncidentId reporting retired visiting agency";
    private const string Call = "id status callerNumber line ringingAt answeredAt endedAt "
        + "location narrative incidentId disposition clocks version talking answeredBy callBackDue seat evidenceCount reviews";
    private const string Directive =
        "id number group kind status to from text incidentId callId deploymentId postId place parties equipment cautions fields issuedAt" +
        " signedAt signedBy sentAt reportedAt overAt validUntil nextAt outcome returns reports reportCount receipt replaces shared" +
        " exercise historic clocks version refusal replacedBy evidenceCount";

    private const string Assignment =
        "unitId stage assignedAt acknowledgedAt enRouteAt onSceneAt feedbackAt clearedAt station n directiveId";

    [Fact]
    public void Every_member_is_there_also_where_it_is_absent()
    {
        var centre = Full();
        Assert.Equal(Incident, Members(centre, A.Stream, ""));
        Assert.Equal(Incident, Members(centre, B.Stream, ""));
        Assert.Equal(Unit, Members(centre, One.Stream, ""));
        Assert.Equal(Unit, Members(centre, Three.Stream, ""));
        Assert.Equal(Call, Members(centre, Ring.Stream, ""));
        Assert.Equal(
            "id name location areaClass area version retired successor kind external mayInstruct phone",
            Members(centre, StationId.Of("north").Stream, ""));
        Assert.Equal(Directive, Members(centre, Orders.D.Stream, ""));
        Assert.Equal("station unit subject", Members(centre, Orders.D.Stream, "to"));
        Assert.Equal("subject role station", Members(centre, Orders.D.Stream, "from"));
        Assert.Equal("outcome narrative results final nextAt place receipt by at", Members(centre, Orders.D.Stream, "reports"));
        Assert.Equal(Assignment, Members(centre, A.Stream, "assignments"));
        Assert.Equal("unitId outcome narrative results occurredAt station", Members(centre, A.Stream, "feedback"));
        Assert.Equal("incidentId relation", Members(centre, A.Stream, "links"));
        Assert.Equal(
            "n kind role name phone idNumber plate account description of state consent", Members(centre, A.Stream, "parties"));
        Assert.Equal("step by at dueAt late", Members(centre, A.Stream, "loop"));
        Assert.Equal("id callerNumber answeredAt", Members(centre, A.Stream, "calls"));
        Assert.Equal("kind incidentId note at", Members(centre, Ring.Stream, "disposition"));
    }

    [Fact]
    public void Status_words_and_clocks_stand_as_the_contract_writes_them()
    {
        var view = Root(Full(), A.Stream);
        Assert.Equal("reported", view.GetProperty("status").GetString());
        Assert.Equal("enRoute", view.GetProperty("assignments")[0].GetProperty("stage").GetString());
        Assert.Equal("2026-03-01T08:00:00.000Z", view.GetProperty("receivedAt").GetString());
        Assert.Equal("[]", view.GetProperty("clocks").GetRawText());
    }

    [Fact]
    public void Board_entries_say_whose_code_made_them_and_nothing_is_due_without_a_policy()
    {
        var centre = Full();
        foreach (var (stream, code) in new[]
        {
            (A.Stream, IncidentViews.Code),
            (One.Stream, UnitViews.Code),
            (Ring.Stream, CallViews.Code),
            (StationId.Of("north").Stream, StationViews.Code),
        })
        {
            var entry = centre.State(stream).ToBoard();
            Assert.Equal((code, null), (entry.ViewCode, entry.DueAt));
            Assert.DoesNotContain("13800000000", entry.View, StringComparison.Ordinal);
            Assert.DoesNotContain("Zhao", entry.View, StringComparison.Ordinal);
        }

        Assert.Equal(((short)2, null), (centre.State(A).ToBoard().Priority, centre.State(A).ToBoard().Station));
        Assert.Equal("north", centre.State(One.Stream).ToBoard().Station);
    }

    [Fact]
    public void A_board_entry_says_when_its_clocks_are_due_and_since_when_it_is_late()
    {
        var centre = new Centre { Timing = Presets.City110 };
        Done(centre.Do(One, new RegisterUnit("P1", "patrol", null, [], null)));
        Done(centre.Do(One, OnDuty()));
        Done(centre.Do(A, Creation()));
        Done(centre.Do(A, Assignment(One)));
        Assert.Equal((centre.In(20), null), Times());
        centre.Now = centre.In(20);
        Done(centre.Do(A, FireClocks.Instance));
        Assert.Equal((centre.In(10), null), Times());
        centre.Now = centre.In(10);
        Done(centre.Do(A, FireClocks.Instance));
        Assert.Equal((centre.In(60), centre.Now), Times());

        (DateTimeOffset?, DateTimeOffset?) Times() => (centre.State(A).ToBoard().DueAt, centre.State(A).ToBoard().LateAt);
    }

    [Fact]
    public void A_clock_has_every_member_also_where_it_is_absent()
    {
        var centre = new Centre { Timing = Presets.MetPolice };
        Done(centre.Do(A, Creation()));
        Assert.Equal(
            "stage unitId state startedAt warnAt dueAt metAt overdueAt silent level takenBy takenAt suspect",
            Members(centre, A.Stream, "clocks"));
    }

    private static Centre Full()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(One, OnDuty(null, null, "Zhao")));
        Done(centre.Do(A, Feedback(One)));
        Done(centre.Do(A, new AddLink(B, LinkRelation.RelatedTo)));
        var somebody = PartyPersonal.Nothing with { Name = "Zhao", Phone = "13800000000" };
        Done(centre.Do(A, new AddParty(PartyKind.Person, PartyRole.Caller, somebody, null, null, null, null, null)));
        Done(centre.Do(Ring, new ReceiveCall("13800000000", null, null, null, null)));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Duplicate, A, null)));
        Done(centre.Do(StationId.Of("north"), new RegisterStation("North", new GeoPoint(1, 2), AreaClass.City, null)));
        Done(centre.Do(Orders.D, Orders.Order));
        Done(centre.Do(Orders.D, Orders.Report()));
        return centre;
    }

    private static string Members(Centre centre, StreamId stream, string member)
    {
        var element = member.Length == 0 ? Root(centre, stream) : Root(centre, stream).GetProperty(member);
        return string.Join(' ', (element.ValueKind == JsonValueKind.Array ? element[0] : element).EnumerateObject().Select(p => p.Name));
    }

    private static JsonElement Root(Centre centre, StreamId stream) => JsonDocument.Parse(centre.State(stream).ToBoard().View).RootElement;
}
