using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Quality;
using Tocsin.Tests.Rules.Directives;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>
/// Days that together meet every kind of event and every refusal of the rules, the rare ones included: what the properties speak of is not
/// left to chance. A day begins with P1 and P2 assigned to A, an answered call and one that rings, an order to a station
/// and P1, and one to that station to handle B (see <see cref="Days"/>). A new kind of event asks for a line here.
/// </summary>
internal static class DirectedDays
{
    private static readonly IncidentId Distress = IncidentId.Of("panic-1");
    private static readonly CallId Third = CallId.Of("call-3");
    private static readonly DirectiveId LookOut = DirectiveId.Of("dir-2");
    private static readonly UnitId Ghost = UnitId.Of("ghost");

    private static readonly AddParty Thing = new(PartyKind.Item, PartyRole.Other, PartyPersonal.Nothing, null, null, null, null, null);
    private static readonly EvidenceItem Piece = new(EvidenceKind.Photo, "nas://1", new string('a', 64), 5, null, "Li", null, "a note");

    private static MakeCallBack Asked(Satisfaction satisfaction) =>
        new(DirectiveId.Of("dir-7"), CallBackWay.Phone, true, satisfaction, [CallBackTopic.Result], "words", null);

    private static readonly ReviewContent Incomplete = new(
        60, [new ReviewItem("name", false, "words")], ReviewVerdict.Returned, ["name"], new DirectiveTo(null, null, "ct"));

    public static readonly IReadOnlyList<Day> All =
    [
        new Day(
            "clocks that run out, are taken, and are disproved",
            Timed: true,
            [
                Then(A, new AddNote("nobody stirs"), pause: 40),
                Then(A, FireClocks.Instance, Actor.System),
                Then(Unanswered, FireCallClock.Instance, Actor.System, pause: 30),
                Then(A, FireClocks.Instance, Actor.System),
                Then(Unanswered, FireCallClock.Instance, Actor.System),
                Then(A, new TakeEscalation(EscalationLevel.Supervisor)),
                Then(A, new TakeEscalation(EscalationLevel.Station)),
                Then(A, new Urge(ClockStage.Acknowledge, One, "why"), Supervisor),
                Then(A, new TakeSupervision("why"), Supervisor, pause: 200),
                Then(A, new AssessIncident(1, Orders.North, "worse than it looked", null), Supervisor),
                Then(A, FireClocks.Instance, Actor.System),
                Then(A, Report(One, AssignmentStage.Acknowledged, AtSecond(20))),
                Then(Unanswered, new AnswerCall(AtSecond(10))),
            ]),
        new Day(
            "calls that are changed, joined, and leave",
            Timed: true,
            [
                Then(Unanswered, new ChangeCall(new("111"), new(new Location(null, null, "mill")), new("words"))),
                Then(Unanswered, new EndCall(null)),
                Then(CallId.Of("call-5"), new ReceiveCall("120", null, null, null, null)),
                Then(CallId.Of("call-5"), new AnswerCall(null)),
                Then(Unanswered, new NoteCallBack(CallId.Of("call-5")), Actor.System),
                Then(Ring, new HandCall("zhao", "4", null)),
                Then(Ring, new EndCall(null)),
                Then(Ring, new HandCall("li", null, null)),
                Then(Unanswered, new DisposeCall(DispositionKind.Duplicate, B, null)),
                Then(Unanswered, new DisposeCall(DispositionKind.Duplicate, A, "not that one")),
                Then(C, Creation(Ring, station: "north")),
                Then(C, Closure()),
                Then(C, Asked(Satisfaction.Dissatisfied)),
                Then(C, new ReopenIncident("the caller is right", null)),
                Then(Third, new ReceiveCall("119", "2", null, AtSecond(0), null)),
                Then(Third, new DisposeCall(DispositionKind.FalseReport, null, "children")),
                Then(CallId.Of("call-4"), new ReceiveCall(null, null, null, null, null)),
                Then(IncidentId.Of("inc-drill"), Creation() with { Exercise = true }),
                Then(CallId.Of("nobody"), new AnswerCall(null)),
            ]),
        new Day(
            "who it is about and what is kept of it",
            Timed: true,
            [
                Then(A, Changed(1, PartyStatus.Sought)),
                Then(A, Thing with { Personal = PartyPersonal.Nothing with { Name = "Li" }, Description = "tall" }),
                Then(A, Thing with { Of = 1, OccurredAt = AtSecond(-30) }),
                Then(A, Thing with { Of = 9 }),
                Then(A, Changed(1, PartyStatus.Found)),
                Then(A, Changed(2, PartyStatus.InCustody)),
                Then(A, new AddIncidentEvidence(Piece, null)),
                Then(A, new VerifyIncidentEvidence(1, Piece.Sha256, null), Supervisor),
                Then(A, new VerifyIncidentEvidence(2, Piece.Sha256, null), Supervisor),
                Then(Ring, new AddCallEvidence(Piece, null)),
                Then(Ring, new VerifyCallEvidence(1, Piece.Sha256, null), Supervisor),
                Then(Orders.D, new AddDirectiveEvidence(Piece, null)),
                Then(Orders.D, new VerifyDirectiveEvidence(1, Piece.Sha256, null), Supervisor),
            ]),
        new Day(
            "several work together",
            Timed: true,
            [
                Then(B, Together(DirectiveId.Of("task-a"))),
                Then(B, Together(DirectiveId.Of("task-b"))),
                Then(B, new ChangeOperation([], [Orders.North], null)),
                Then(DirectiveId.Of("task-a"), Orders.Report()),
                Then(B, new CloseOperation(OperationOutcome.Supported, new Dictionary<string, double>(), "done", false, null), Supervisor),
                Then(B, new CloseOperation(OperationOutcome.Supported, new Dictionary<string, double>(), "done", true, null), Supervisor),
                Then(B, Together(DirectiveId.Of("task-b"))),
            ]),
        new Day(
            "what is over is erased",
            Timed: true,
            [
                Then(CallId.Of("call-9"), new ReceiveCall("119", null, null, AtSecond(0), new Location(null, null, "mill"))),
                Then(CallId.Of("call-9"), new AskCallErasure([ErasureField.All], "too early")),
                Then(CallId.Of("call-9"), new DisposeCall(DispositionKind.Inquiry, null, "words")),
                Then(CallId.Of("call-9"), new AskCallErasure([ErasureField.All], "why")),
                Then(CallId.Of("call-9"), new ApproveCallErasure()),
                Then(CallId.Of("call-9"), new ApproveCallErasure(), Supervisor),
                Then(IncidentId.Of("inc-erased"), Creation()),
                Then(IncidentId.Of("inc-erased"), new AddNote("words")),
                Then(IncidentId.Of("inc-erased"), Closure()),
                Then(IncidentId.Of("inc-erased"), Asked(Satisfaction.Fairly)),
                Then(IncidentId.Of("inc-erased"), new ReviewIncident(DirectiveId.Of("dir-9"), Incomplete, null)),
                Then(CallId.Of("call-9"), new ReviewCall(DirectiveId.Of("dir-8"), Incomplete, null)),
                Then(IncidentId.Of("inc-erased"), Asked(Satisfaction.Dissatisfied)),
                Then(IncidentId.Of("inc-erased"), new AskIncidentErasure([ErasureField.Notes, ErasureField.Narrative], "why")),
                Then(IncidentId.Of("inc-erased"), new ApproveIncidentErasure(), Supervisor),
                Then(IncidentId.Of("inc-erased"), new AddNote("later words")),
            ]),
        new Day(
            "units that go all the way, decline, are cancelled and diverted",
            Timed: true,
            [
                Then(A, Report(One, AssignmentStage.Acknowledged)),
                Then(A, Report(One, AssignmentStage.EnRoute)),
                Then(A, Report(One, AssignmentStage.OnScene)),
                Then(A, Report(Two, AssignmentStage.Declined)),
                Then(A, new CorrectStage(One, CorrectableStage.OnScene, null, "wrong press"), Supervisor),
                Then(A, Report(One, AssignmentStage.OnScene), UnitActor(One), pause: 60),
                Then(A, Feedback(One), UnitActor(One)),
                Then(A, Report(One, AssignmentStage.Cleared), UnitActor(One)),
                Then(B, Assignment(Two, Three)),
                Then(B, Report(Three, AssignmentStage.Cancelled)),
                Then(B, new DivertUnit(Two, A, null, "nearer")),
                Then(B, new CommitPlan([new PlanPlace(One, "car", [Three])], [], null, null)),
                Then(A, new ChangeIncident(new("x"), new(1), new(new Location(36.5, 113, null)), new("worse"))),
                Then(A, new AddLink(B, LinkRelation.DuplicateOf)),
                Then(A, new RemoveLink(B)),
                Then(A, Closure()),
                Then(A, new ReopenIncident("not over", null)),
                Then(A, new GiveOwnFeedback("settled by telephone", "he called again", new Dictionary<string, double>(), null)),
                Then(A, new OverrideClosing(Closure() with { Override = "nothing more to come" }), Supervisor),
            ]),
        new Day(
            "a unit that is sent twice, and reports of both",
            Timed: true,
            [
                Then(A, Report(One, AssignmentStage.EnRoute), pause: 60),
                Then(A, Report(One, AssignmentStage.Cancelled)),
                Then(A, Assignment(One)),
                Then(A, Report(One, AssignmentStage.OnScene, AtSecond(30)), UnitActor(One)),
                Then(A, For(1, Feedback(One, AtSecond(50))), UnitActor(One)),
                Then(A, For(1, Correction(One, CorrectableStage.OnScene, AtSecond(40))), Supervisor),
                Then(A, For(1, Report(One, AssignmentStage.Cleared, AtSecond(55))), UnitActor(One)),
                Then(A, For(3, Report(One, AssignmentStage.OnScene, AtSecond(-3600))), UnitActor(One)),
                Then(A, For(9, Report(One, AssignmentStage.Cleared))),
            ]),
        new Day(
            "a distress that is pressed again, and ends",
            Timed: true,
            [
                Then(One, new RaisePanic(Distress, new GeoPoint(36, 113), "help", null), UnitActor(One)),
                Then(One, new RaisePanic(IncidentId.Of("panic-2"), null, "help", null), UnitActor(One), pause: 700),
                Then(One, new RaisePanic(IncidentId.Of("panic-3"), null, null, null), UnitActor(One)),
                Then(Distress, Closure()),
                Then(IncidentId.Of("panic-3"), Closure()),
                Then(Two, new RaisePanic(IncidentId.Of("panic-4"), null, null, null), UnitActor(Two), pause: 20),
                Then(IncidentId.Of("panic-4"), FireClocks.Instance, Actor.System),
                Then(IncidentId.Of("panic-4"), new AcknowledgeDistress(null)),
            ]),
        new Day(
            "nobody goes, though no policy gives a limit",
            Timed: false,
            [
                Then(Orders.Told, Orders.Withdrawal()),
                Then(B, new GiveUnattendedLimits(Days.Limits), Actor.System, pause: 120),
                Then(B, FireClocks.Instance, Actor.System),
                Then(C, Creation(), pause: 120),
                Then(C, FireClocks.Instance, Actor.System),
            ]),
        new Day(
            "duty begun, interrupted and ended",
            Timed: false,
            [
                Then(Three, OnDuty("flat tyre")),
                Then(Three, OnDuty()),
                Then(Three, OffDuty()),
                Then(Three, OnDuty(crew: "x")),
                Then(Three, new RegisterUnit("P3", "van", "south", [], null)),
            ]),
        new Day(
            "a unit is retired, asked for, and comes back",
            Timed: false,
            [
                Then(Three, OffDuty()),
                Then(Three, new RetireUnit(new RegisterUnit("P3", "van", null, [], null), true)),
                Then(A, Assignment(Three)),
                Then(Three, OnDuty()),
                Then(Three, new RetireUnit(new RegisterUnit("P3", "van", null, [], null), false)),
                Then(Three, OnDuty()),
            ]),
        new Day(
            "messages both ways, and read",
            Timed: false,
            [
                Then(A, new MessageIncident(MessageId.Of("m1"), "words", null)),
                Then(A, new ReadIncidentMessage(MessageId.Of("m1"), null), UnitActor(One)),
                Then(One, new MessageUnit(MessageId.Of("m2"), "words", A, null)),
                Then(One, new ReadUnitMessage(MessageId.Of("m2"), null), UnitActor(One)),
                Then(One, new MessageUnit(MessageId.Of("m3"), "words", null, null), UnitActor(One)),
                Then(One, new ReadUnitMessage(MessageId.Of("m3"), null)),
            ]),
        new Day(
            "orders that are signed for late, reported on, concluded and taken back",
            Timed: false,
            [
                Then(LookOut, Orders.Order with { Kind = DirectiveKinds.LookOut, ValidUntil = AtSecond(50) }, pause: 70),
                Then(Orders.D, FireDirectiveClocks.Instance, Actor.System),
                Then(LookOut, FireDirectiveClocks.Instance, Actor.System),
                Then(Orders.D, Orders.Signature(AtSecond(55))),
                Then(Orders.D, Orders.Report(final: false, nextAt: AtSecond(200)), pause: 150),
                Then(Orders.D, FireDirectiveClocks.Instance, Actor.System),
                Then(Orders.D, Orders.Report(final: false, at: AtSecond(70))),
                Then(Orders.D, Orders.Report()),
                Then(Orders.D, Orders.Conclusion()),
                Then(Orders.D.InGroup(1), Orders.Report(), UnitActor(Three)),
                Then(Orders.D.InGroup(1), Orders.Report(final: false), UnitActor(One)),
                Then(Orders.D.InGroup(1), Orders.Withdrawal()),
                Then(Orders.D.InGroup(1), Orders.Report(at: AtSecond(30)), UnitActor(One)),
            ]),
        new Day(
            "more parties than an incident may have",
            Timed: true,
            [.. Enumerable.Repeat(Then(A, Thing, pause: 1), PartyLimits.PerIncident + 1)]),
        new Day(
            "orders that are refused, replaced, given back, urged, and climb",
            Timed: false,
            [
                Then(Orders.D, FireDirectiveClocks.Instance, Actor.System, pause: 70),
                Then(Orders.D, FireDirectiveClocks.Instance, Actor.System),
                Then(Orders.D, new UrgeDirective("at once", null), Supervisor),
                Then(Orders.D, new TakeDirectiveEscalation(EscalationLevel.Station), StationActor("north")),
                Then(Orders.D, Orders.Refusal(), StationActor("north")),
                Then(LookOut, Orders.Order with { Replaces = Orders.D }),
                Then(LookOut, Orders.Report(), StationActor("north")),
                Then(LookOut, Orders.Return()),
                Then(DirectiveId.Of("dir-3"), Orders.Order with { Replaces = LookOut }),
                Then(DirectiveId.Of("dir-3"), new GroupWithdrawal(new WithdrawDirectiveGroup("settled", null), 1)),
            ]),
        new Day(
            "a station is told to handle, is late, sends, is left, and sends again",
            Timed: true,
            [
                Then(B, new AddNote("nobody signs"), pause: 40),
                Then(Orders.Told, FireDirectiveClocks.Instance, Actor.System),
                Then(Orders.Told, Orders.Signature(AtSecond(25)), StationActor("north")),
                Then(Orders.Told, Orders.Sending(Two), StationActor("north")),
                Then(Orders.Told, Orders.Sending(One), StationActor("south")),
                Then(A, Report(One, AssignmentStage.Cancelled)),
                Then(Orders.Told, Orders.Sending(One), StationActor("north"), pause: 70),
                Then(B, Report(One, AssignmentStage.Declined), UnitActor(One), pause: 90),
                Then(Orders.Told, FireDirectiveClocks.Instance, Actor.System),
                Then(Orders.Told, Orders.Sending(One), Supervisor),
                Then(B, new DivertUnit(One, A, null, "nearer")),
                Then(A, new DivertUnit(One, B, null, "back")),
                Then(B, Report(One, AssignmentStage.Cleared)),
                Then(Orders.Told, Orders.Sending(One), Supervisor),
                Then(B, Feedback(One), UnitActor(One)),
                Then(Orders.Told, Orders.Return()),
                Then(B, Closure()),
                Then(B, Closure() with { Override = "why" }),
            ]),
        new Day(
            "orders on an incident and a call",
            Timed: true,
            [
                Then(LookOut, Orders.OnIncident with { To = [Orders.ToNorth, Orders.ToUnit] }, pause: 70),
                Then(LookOut, FireDirectiveClocks.Instance, Actor.System),
                Then(LookOut, Orders.Refusal(), StationActor("north")),
                Then(LookOut.InGroup(1), Orders.Report(), UnitActor(One)),
                Then(LookOut.InGroup(1), Orders.Return()),
                Then(DirectiveId.Of("dir-3"), Orders.OnIncident with { Replaces = LookOut.InGroup(1) }),
                Then(DirectiveId.Of("dir-3"), Orders.Report(), StationActor("north")),
                Then(DirectiveId.Of("dir-3"), Orders.Conclusion()),
                Then(DirectiveId.Of("dir-4"), Orders.Order with { CallId = Ring }),
                Then(DirectiveId.Of("dir-4"), Orders.Signature(), StationActor("north")),
            ]),
        new Day(
            "everything that is refused",
            Timed: true,
            [
                Then(A, Assignment()),
                Then(A, Report(One, AssignmentStage.Acknowledged), UnitActor(Three)),
                Then(IncidentId.Of("ghost"), Closure()),
                Then(B, Assignment(One)),
                Then(A, Report(One, AssignmentStage.Assigned)),
                Then(B, new ReopenIncident("it is open", null)),
                Then(A, Report(One, AssignmentStage.Acknowledged, AtSecond(3600))),
                Then(A, Assignment(Ghost)),
                Then(A, new TakeEscalation(EscalationLevel.DutyCommander)),
                Then(B, new CloseIncident("in custody", null, null)),
                Then(B, Closure()),
                Then(B, Assignment(Three)),
            ]),
    ];

    private static ChangeParty Changed(int n, PartyStatus state) =>
        new(n, default, default, default, default, default, default, default, default, default, new(state), default, null);

    private static Func<DateTimeOffset, Step> Then(object target, object command, Actor? actor = null, int pause = 10) =>
        _ => new Step(target, command, actor ?? Centre.Dispatcher, pause);

    // Since the day began.
    private static DateTimeOffset AtSecond(int seconds) => Centre.Start.AddSeconds(seconds);

    private static OpenOperation Together(DirectiveId first) => new(
        "stop the payment",
        null,
        [],
        [Orders.Order, Orders.Order with { To = [Orders.ToUnit] }],
        first,
        null);
}
