using System.Text.Json;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Messages;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Quality;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.StreamKinds;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Deciding;

/// <summary>Every kind of event: its exact members, and that it reads back as it was written.</summary>
public partial class CodecTests
{
    private static readonly DateTimeOffset T = Centre.Start.AddMilliseconds(7);

    private static readonly Location Mill = new(36.5, 113.25, "老磨坊 <1>");

    private static readonly JsonElement Area = JsonDocument.Parse("""{"type":"Polygon","coordinates":[]}""").RootElement;

    private static readonly Noted Late = new(T.AddSeconds(9), T.AddHours(-1));

    private static readonly MessageId Mail = MessageId.Of("m1");

    private static readonly Correspondent Somebody = new("wang", Roles.Station, null, "north");

    private const string DirectiveIssue =
        "number group kind to toStation* from text incidentId callId deploymentId postId place parties equipment cautions fields limits" +
        " validUntil nextAt autoConclude shared replaces exercise historic";

    private static readonly PartyDigests Digests = new("1", null, "2", null, null);

    private static readonly EvidenceItem Piece = new(EvidenceKind.BodyCamera, "nas://1", "ab", 5_000_000_000, T, "Li", "bwc-1", "n");

    private static readonly DirectiveId Order = DirectiveId.Of("d1");

    /// <summary>Stream, event, and the members that its data has; an asterisk marks those that the contract does not name.</summary>
    private static readonly (StreamId Stream, object Event, string Members)[] Samples =
    [
        .. OperationSamples.All,
        (
            A.Stream,
            new IncidentCreated("260301-0001", Ring, "盗窃", 1, Mill, "n", "north", AreaClass.City, "p", true, true, false),
            "number callId category priority location narrative station areaClass policy exercise historic stationGiven*"),
        (
            A.Stream,
            new IncidentCreated("260301-0001", null, "theft", 4, null, null, null, null, null, false, false, false),
            "number callId category priority location narrative station areaClass policy exercise historic stationGiven*"),
        (
            A.Stream,
            new IncidentChanged(new IncidentChanges(
                new("a", "b"), new(1, 2), new(null, Mill), new("x", null), new(null, "n"), new(null, AreaClass.Outskirts))),
            "changes"),
        (
            A.Stream,
            new IncidentCreated("260301-0001", null, "theft", 4, null, null, null, null, null, false, false, false)
            {
                Reference = new IncidentReference("neighbour", "0007"),
            },
            "number callId category priority location narrative station areaClass policy exercise historic stationGiven* reference"),
        (
            A.Stream,
            new IncidentChanged(new IncidentChanges(null, null, null, null, null, null)
            {
                Reference = new(null, new IncidentReference("neighbour", "0007")),
            }),
            "changes"),
        (A.Stream, new CallJoined(Ring, DispositionKind.Duplicate, T), "callId kind answeredAt*"),
        (A.Stream, new CallLeft(Ring, DispositionKind.Incident), "callId kind"),
        (A.Stream, new NoteAdded("text"), "text"),
        (A.Stream, new UnitAssigned(One, B, "north"), "unitId divertedFrom station*"),
        (A.Stream, new UnitAssigned(One, null, "north") { DirectiveId = Order }, "unitId divertedFrom station directiveId"),
        (A.Stream, new UnitAssigned(One, null, "north") { By = "li" }, "unitId divertedFrom station* by*"),
        (A.Stream, new UnitAcknowledged(One, "n", true), "unitId note late"),
        (A.Stream, new UnitEnRoute(One, null, false), "unitId note late"),
        (A.Stream, new UnitOnScene(One, null, true), "unitId note late"),
        (A.Stream, new UnitCleared(One, null, ClearCause.Closure), "unitId note cause"),
        (A.Stream, new UnitOnScene(One, null, true) { Assignment = 2 }, "unitId note late assignment*"),
        (A.Stream, new UnitCleared(One, null, ClearCause.Report) { Adjusted = true }, "unitId note cause adjusted"),
        (
            A.Stream,
            new StageCorrected(One, CorrectableStage.EnRoute, T, null, "r") { Assignment = 1 },
            "unitId stage from to reason assignment*"),
        (
            A.Stream,
            new FeedbackGiven(One, "o", null, new Dictionary<string, double>()) { Assignment = 1, Adjusted = true },
            "unitId outcome narrative results assignment* adjusted"),
        (A.Stream, new UnitDeclined(One, "n"), "unitId note"),
        (A.Stream, new UnitCancelled(One, null), "unitId note"),
        (A.Stream, new UnitDiverted(One, B, null), "unitId toIncidentId reason"),
        (A.Stream, new StageCorrected(One, CorrectableStage.EnRoute, T, null, "r"), "unitId stage from to reason"),
        (
            A.Stream,
            new FeedbackGiven(One, "o", null, new Dictionary<string, double> { ["抓获"] = 2, ["lossPrevented"] = 0.5 }),
            "unitId outcome narrative results"),
        (
            A.Stream,
            new Tocsin.Incidents.DirectiveAttached(Order, "verify", new DirectiveTo(null, One, null), "north"),
            "directiveId kind to station*"),
        (A.Stream, new DirectiveMoved(Order, DirectiveStatus.Refused, true), "directiveId status late*"),
        (
            A.Stream,
            new DirectiveMoved(Order, DirectiveStatus.Issued, true) { OverdueSince = T },
            "directiveId status late overdueSince"),
        (
            Ring.Stream,
            new Tocsin.Calls.DirectiveAttached(Order, "verify", new DirectiveTo(StationId.Of("north"), null, null), "north"),
            "directiveId kind to station"),
        (A.Stream, new IncidentClosed("d", null), "disposition note"),
        (A.Stream, new IncidentClosed("谎报", null) { Valid = false, Override = "r" }, "disposition note valid override"),
        (
            A.Stream,
            new FeedbackGiven(null, "o", "n", new Dictionary<string, double>()) { Station = "north" },
            "unitId outcome narrative results station"),
        (A.Stream, new IncidentReopened("r"), "reason"),
        (A.Stream, new LinkAdded(B, LinkRelation.DuplicateOf), "incidentId relation"),
        (A.Stream, new LinkRemoved(B, LinkRelation.HasDuplicate), "incidentId relation"),
        (
            A.Stream,
            new IncidentCreated("260301-0001", null, "theft", 1, null, null, null, null, "p", false, false, false)
            {
                Timing = Timing,
                Suspects = true,
                Noted = Late,
            },
            "number callId category priority location narrative station areaClass policy exercise historic stationGiven* timing* suspects* "
                + "noted*"),
        (A.Stream, new UnitOnScene(One, null, false) { Noted = Late }, "unitId note late noted*"),
        (A.Stream, new Tocsin.Incidents.ClockWarning(ClockStage.Turnout, One, T, -20_000, 3), "stage unitId dueAt lateMs firedLateMs"),
        (A.Stream, new Tocsin.Incidents.ClockOverdue(ClockStage.Assign, null, T, 0, 3), "stage unitId dueAt lateMs firedLateMs"),
        (A.Stream, new Tocsin.Incidents.ClockWithdrawn(ClockStage.Arrive, null, T, -1, 0), "stage unitId dueAt lateMs firedLateMs"),
        (
            A.Stream,
            new Tocsin.Incidents.ClockEscalated(EscalationLevel.DutyCommander, ClockStage.Arrive, null, T, 300_000, 4),
            "level* stage unitId dueAt lateMs firedLateMs"),
        (A.Stream, new Tocsin.Incidents.EscalationTaken(EscalationLevel.Station, "desk"), "level* by*"),
        (A.Stream, new SupervisionTaken("li", "r"), "by* reason*"),
        (A.Stream, new Tocsin.Incidents.Urged(ClockStage.Feedback, One, "r"), "stage* unitId* reason*"),
        (A.Stream, new Tocsin.Incidents.MessageSent(Mail, "在哪？", Somebody), "messageId* text* from*"),
        (A.Stream, new Tocsin.Incidents.MessageRead(Mail, Somebody), "messageId* by*"),
        (A.Stream, new PanicRepeated(One, "n", new GeoPoint(1, 2)), "unitId* note* location*"),
        (
            A.Stream,
            new IncidentCreated("260301-0001", null, "distress", 1, Mill, null, null, null, null, false, false, true)
            {
                PanicUnitId = One,
                Located = new LocatedView(LocatedFrom.Position, T),
            },
            "number callId category priority location narrative station areaClass "
                + "policy exercise historic stationGiven* panicUnitId* located*"),
        (
            A.Stream,
            new IncidentCreated("260301-0001", null, "theft", 1, null, null, null, null, null, false, false, false)
            {
                Unattended = UnattendedLimits.Default,
            },
            "number callId category priority location narrative station areaClass policy exercise historic stationGiven* unattended*"),
        (
            A.Stream,
            new IncidentCreated("260301-0001", null, "distress", 1, null, null, null, null, null, false, false, false)
            {
                PanicUnitId = One,
                Distress = new DistressRaised(T, 15),
            },
            "number callId category priority location narrative station areaClass policy exercise historic stationGiven* "
                + "panicUnitId* distress*"),
        (
            A.Stream,
            new PartyAdded(1, new PartyFacts(
                PartyKind.Person, PartyRole.NextOfKin, "d", 2, PartyStatus.InCustody, PartyConsent.Given, Digests)),
            "n party"),
        (
            A.Stream,
            new PartyChanged(1, new PartyChanges(
                new(PartyKind.Item, PartyKind.Vehicle),
                new(PartyRole.Other, PartyRole.Suspect),
                new(null, "d"),
                new(null, 2),
                new(null, PartyStatus.Found),
                new(PartyConsent.Given, null),
                new(null, Digests))),
            "n changes"),
        (A.Stream, new Tocsin.Incidents.EvidenceAdded(1, Piece), "n item"),
        (A.Stream, new Tocsin.Incidents.EvidenceVerified(1, "00", false), "n sha256 same"),
        (
            A.Stream,
            new Tocsin.Incidents.CallBackMade(
                1, CallBackWay.Visit, true, Satisfaction.Dissatisfied, [CallBackTopic.CallTaking], "n", "wang", Order),
            "n way reached satisfaction about note by directiveId"),
        (A.Stream, new Tocsin.Incidents.ReviewMade(1, Review), "n review"),
        (Ring.Stream, new Tocsin.Calls.ReviewMade(1, Review with { Notes = null, DirectiveId = null }), "n review"),
        (A.Stream, new DistressAcknowledged("wang"), "by*"),
        (A.Stream, new UnattendedLimitsGiven(UnattendedLimits.Default), "unattended*"),
        (One.Stream, new Tocsin.Units.MessageSent(Mail, MessageTo.Centre, "t", Somebody, A), "messageId* to* text* from* incidentId*"),
        (One.Stream, new Tocsin.Units.MessageRead(Mail, Somebody), "messageId* by*"),
        (One.Stream, new PanicRaised(A, true), "incidentId* again*"),
        (One.Stream, new PanicEnded(A), "incidentId*"),
        (One.Stream, new UnitRegistered("c", "k", null, ["x"], new GeoPoint(1, 2)), "callSign kind station capabilities home"),
        (
            One.Stream,
            new UnitRegistered("c", "k", null, ["x"], null) { Visiting = true, Agency = "neighbour" },
            "callSign kind station capabilities home visiting agency"),
        (
            One.Stream,
            new UnitChanged(new UnitChanges(new("a", "b"), new("a", "b"), new(null, "n"), new([], ["x"]), new(null, new GeoPoint(1, 2)))),
            "changes"),
        (One.Stream, new UnitChanged(new UnitChanges(null, null, null, null, null) { Retired = new(false, true) }), "changes"),
        (One.Stream, new DutyStarted(["digest"]), "crew"),
        (One.Stream, new DutyEnded(), ""),
        (One.Stream, new OutOfService("r"), "reason"),
        (One.Stream, new BackInService(), ""),
        (One.Stream, new Assigned(A, AssignmentStage.Assigned), "incidentId stage"),
        (One.Stream, new Progressed(A, AssignmentStage.OnScene), "incidentId stage"),
        (One.Stream, new Released(A, AssignmentStage.Diverted), "incidentId stage"),
        (Ring.Stream, new Tocsin.Calls.ErasureAsked([ErasureField.Place], "r", "root"), "fields* reason* by*"),
        (Ring.Stream, new Tocsin.Calls.EvidenceAdded(1, Piece), "n item"),
        (Ring.Stream, new Tocsin.Calls.EvidenceVerified(1, "00", false), "n sha256 same"),
        (Ring.Stream, new Tocsin.Calls.Erased([ErasureField.Place], "r", "root", "li"), "fields* reason* askedBy* approvedBy*"),
        (A.Stream, new Tocsin.Incidents.ErasureAsked([ErasureField.Notes], "r", "root"), "fields* reason* by*"),
        (A.Stream, new Tocsin.Incidents.Erased([ErasureField.Notes], "r", null, null), "fields* reason* askedBy* approvedBy*"),
        (Ring.Stream, new CallReceived("7", T, Mill, "digest"), "line ringingAt location caller*"),
        (Ring.Stream, new CallAnswered(), ""),
        (Ring.Stream, new CallEnded(), ""),
        (Ring.Stream, new CallReceived("7", T, null, null) { Seat = "3" }, "line ringingAt location caller* seat"),
        (Ring.Stream, new CallAnswered { By = new Answerer("wang"), Seat = "3" }, "by* seat"),
        (Ring.Stream, new CallHanded("li", "4"), "toSubject toSeat"),
        (Ring.Stream, new CallAnswered { By = new Answerer("wang") }, "by*"),
        (Ring.Stream, new CallEnded { CallBackDue = true }, "callBackDue*"),
        (Ring.Stream, new Tocsin.Calls.CallBackMade(Unanswered), "callId*"),
        (Ring.Stream, new CallDisposed(DispositionKind.FalseReport, A, "n") { Stays = true }, "kind incidentId note stays*"),
        (Ring.Stream, new CallChanged(new CallChanges(new(null, "digest"), new(Mill, null), new("a", "b"))), "changes"),
        (Ring.Stream, new CallDisposed(DispositionKind.FalseReport, null, "n"), "kind incidentId note"),
        (
            Ring.Stream,
            new CallReceived("7", T, null, null) { Timing = Timing, Suspects = true, Noted = Late },
            "line ringingAt location caller* timing* suspects* noted*"),
        (Ring.Stream, new Tocsin.Calls.ClockWarning(ClockStage.Answer, null, T, -5_000, 0), "stage unitId dueAt lateMs firedLateMs"),
        (Ring.Stream, new Tocsin.Calls.ClockOverdue(ClockStage.Answer, null, T, 0, 0), "stage unitId dueAt lateMs firedLateMs"),
        (Ring.Stream, new Tocsin.Calls.ClockWithdrawn(ClockStage.Answer, null, T, -1, 0), "stage unitId dueAt lateMs firedLateMs"),
        (
            StationId.Of("s").Stream,
            new StationRegistered("N", new GeoPoint(1, 2), AreaClass.Countryside, Area),
            "name location areaClass area"),
        (StationId.Of("s").Stream, new StationChanged("N", null, null, null), "name location areaClass area"),
        (
            StationId.Of("s").Stream,
            new StationChanged("N", null, null, null) { Retired = true, Successor = StationId.Of("t") },
            "name location areaClass area retired successor"),
        (
            StationId.Of("s").Stream,
            new StationChanged("N", null, null, null) { Kind = StationKind.Body, External = true, MayInstruct = true, Phone = "0355" },
            "name location areaClass area kind* external* mayInstruct* phone*"),
        (PolicyId.Of("p").Stream, new PolicySet(Timing.Limits, Timing.Escalation), "limits* escalation*"),
        (SettingIds.TimingPolicyStream, new PolicyChosen(PolicyId.Of("p")), "name*"),
        (
            SettingIds.ClosingStream,
            new ClosingSet([new ClosingOutcome("送医", true, ["help"], [ClosingNeed.Feedback, ClosingNeed.Party])], ["arrests"]),
            "outcomes results"),
        (SettingIds.CallBacksStream, new CallBacksSet(["help"], 0.25, 24), "classes share withinHours"),
        (SettingIds.BlockedSubjectsStream, new SubjectBlocked("li", "r", T, "root"), "subject* reason* until* by*"),
        (SettingIds.BlockedSubjectsStream, new SubjectUnblocked("li"), "subject*"),
        (
            RunCardId.Of("fire").Stream,
            new RunCardSet(
                "Fire", ["火灾"], [1, 2], ["north"], AreaClass.City, Area,
                [new([new("engine", ["engine"], ["pump"], 2, NeedScope.OwnStation)])], [new("Anybody hurt?", ["yes"])], 60, true),
            "name* categories* priorities* stations* areaClass* area* alarms* questions* foreignSeconds* retired*"),
        (
            Order.Stream,
            new DirectiveIssued(
                "Z260301-0001", Order, "verify", new DirectiveTo(StationId.Of("north"), null, null), "north",
                new DirectiveFrom("wang", Roles.Dispatcher, null), "核查", A, Ring, "d1", "p1", Mill, [1], ["盾牌"],
                [new CautionView(CautionSource.Place, "haz1", "hazard", "持械史", 20, T)], ["location"],
                new DirectiveClockLimits(60, 120, 1200, 86_400), T, T, true, true, Order, true, true),
            DirectiveIssue),
        (
            Order.Stream,
            new DirectiveIssued(
                "Z260301-0001", Order, "verify", new DirectiveTo(null, One, null), null, new DirectiveFrom("tocsin", "system", null), "t",
                null, null, null, null, null, [], [], [], [], null, null, null, false, false, null, false, false)
            {
                Timing = Timing,
                Escalation = EscalationPlan.Default,
                External = true,
                Noted = Late,
            },
            DirectiveIssue + " timing* escalation* external noted*"),
        (Order.Stream, new DirectiveRefused("r", "desk"), "reason by"),
        (Order.Stream, new DirectiveReturned("r", ["location"], 600, "wang"), "reason fields limitSeconds by"),
        (Order.Stream, new DirectiveReplaced(Order), "by*"),
        (Order.Stream, new Tocsin.Directives.Urged("r"), "reason*"),
        (
            Order.Stream,
            new Tocsin.Directives.ClockEscalated(EscalationLevel.Station, ClockStage.Sign, null, T, 0, 0),
            "level stage unitId dueAt lateMs firedLateMs"),
        (Order.Stream, new Tocsin.Directives.EscalationTaken(EscalationLevel.Station, "desk"), "level by"),
        (Order.Stream, new DirectiveSent([One, Two], "desk"), "unitIds by"),
        (Order.Stream, new DirectiveUnattended(One), "unitId"),
        (Order.Stream, new DirectiveSigned("0417", new DirectiveReceipt("Liu", "45", null), true), "by receipt late"),
        (
            Order.Stream,
            new DirectiveReported("o", null, new Dictionary<string, double> { ["found"] = 1 }, false, T, Mill, null, "wang", false),
            "outcome narrative results final nextAt place receipt by late"),
        (Order.Stream, new DirectiveConcluded("o", "n", ConclusionCause.Expiry), "outcome note cause*"),
        (Order.Stream, new DirectiveWithdrawn("r", Order), "reason replacedBy*"),
        (Order.Stream, new Tocsin.Directives.EvidenceAdded(1, Piece), "n item"),
        (Order.Stream, new Tocsin.Directives.EvidenceVerified(1, "00", true), "n sha256 same"),
        (
            Order.Stream,
            new Tocsin.Directives.ClockWarning(ClockStage.Sign, null, T, -5_000, 0),
            "stage unitId dueAt lateMs firedLateMs"),
        (Order.Stream, new Tocsin.Directives.ClockOverdue(ClockStage.Report, One, T, 0, 0), "stage unitId dueAt lateMs firedLateMs"),
        (
            Order.Stream,
            new Tocsin.Directives.ClockWithdrawn(ClockStage.Finish, null, T, -1, 0),
            "stage unitId dueAt lateMs firedLateMs"),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Samples.Length)];

    /// <summary>Samples of every kind of event that streams of a kind have.</summary>
    internal static IEnumerable<object> SamplesOf(StreamKind kind) => Samples.Where(s => s.Stream.Kind == kind).Select(s => s.Event);

    [Theory]
    [MemberData(nameof(All))]
    public void An_event_has_the_members_of_the_contract_and_reads_back(int sample)
    {
        var (stream, happened, members) = Samples[sample];
        var data = EventCodec.Encode(happened);
        var names = JsonDocument.Parse(data).RootElement.EnumerateObject().Select(p => p.Name);
        Assert.Equal(members.Replace("*", "", StringComparison.Ordinal), string.Join(' ', names));
        var back = StreamDefinitions.Catalogue.Decode(stream, EventCodec.Kind(happened), $$"""{"kind":"x","data":{{data}},"actor":null}""");
        Assert.IsType(happened.GetType(), back);
        Assert.Equal(data, EventCodec.Encode(back));
    }

    [Theory]
    [InlineData(StreamKind.Incident), InlineData(StreamKind.Unit), InlineData(StreamKind.Call), InlineData(StreamKind.Station)]
    [InlineData(StreamKind.Policy), InlineData(StreamKind.Setting), InlineData(StreamKind.RunCard), InlineData(StreamKind.Directive)]
    public void Every_known_kind_is_specified_here(StreamKind kind) => Assert.Equal(
        StreamDefinitions.Catalogue.All.Single(d => d.Kind == kind).Events.Kinds.Order(StringComparer.Ordinal),
        Samples.Where(s => s.Stream.Kind == kind).Select(s => EventCodec.Kind(s.Event)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Words_times_and_changes_stand_as_the_contract_writes_them()
    {
        Assert.Equal(
            """{"unitId":"P1","stage":"enRoute","from":"2026-03-01T08:00:00.007Z","to":null,"reason":"r"}""",
            EventCodec.Encode(new StageCorrected(One, CorrectableStage.EnRoute, T, null, "r")));
        Assert.Equal(
            """{"changes":{"priority":{"from":1,"to":2},"narrative":{"from":"盗","to":null}}}""",
            EventCodec.Encode(new IncidentChanged(new IncidentChanges(null, new(1, 2), null, new("盗", null), null, null))));
        Assert.Equal(
            """{"kind":"falseReport","incidentId":null,"note":null}""",
            EventCodec.Encode(new CallDisposed(DispositionKind.FalseReport, null, null)));
        Assert.Equal(
            """{"unitId":"P1","note":null,"cause":"closure"}""", EventCodec.Encode(new UnitCleared(One, null, ClearCause.Closure)));
        Assert.Equal(
            """{"n":1,"changes":{"state":{"from":null,"to":"handedOver"},"digests":{"from":null,"to":{"phone":"#"}}}}""",
            EventCodec.Encode(new PartyChanged(1, new PartyChanges(
                null, null, null, null, new(null, PartyStatus.HandedOver), null, new(null, PartyDigests.Nothing with { Phone = "#" })))));
        Assert.Equal(
            """{"incidentId":"inc-b","relation":"hasDuplicate"}""", EventCodec.Encode(new LinkAdded(B, LinkRelation.HasDuplicate)));
    }

    [Fact]
    public void An_unknown_kind_is_not_guessed() =>
        Assert.Throws<NewerVersionException>(() => StreamDefinitions.Catalogue.Decode(A.Stream, "UnitTeleported", """{"data":{}}"""));
}
