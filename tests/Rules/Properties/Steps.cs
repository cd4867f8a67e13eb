using CsCheck;
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
/// Random commands: by anybody, for anything (also what does not exist), at any time (also late, out of order and in the future).
/// </summary>
internal static partial class Steps
{
    /// <summary>Limits of an order, so short that a day's pauses meet and miss them.</summary>
    public static readonly DirectiveClockLimits Limits = new(60, null, 100, 300);

    private static readonly Gen<IncidentId> Incident = Gen.Frequency(
        (24, Gen.OneOf(A, B)),
        (6, Gen.Const(C)),
        (2, Gen.Const(IncidentId.Of("ghost"))),
        (5, Gen.Int[1, 2].Select(n => IncidentId.Of($"panic-{n}"))));
    private static readonly Gen<UnitId> Unit = Gen.Frequency((20, Gen.OneOf(One, Two, Three)), (1, Gen.Const(UnitId.Of("ghost"))));
    private static readonly Gen<CallId> Call = Gen.OneOf(Ring, Unanswered, CallId.Of("call-3"));
    private static readonly Gen<string?> Station = Gen.OneOf((string?)null, "north", "south");
    private static readonly Gen<string?> Text = Gen.OneOf((string?)null, "x", "y");
    private static readonly Gen<Location?> Place = Gen.OneOf(
        (Location?)null, new Location(36.5, 113, null), new Location(null, null, "mill"));

    // Seconds from now; null: not given. Mostly a little late, now and then far back or in the future.
    private static readonly Gen<int?> Offset = Gen.Frequency(
        (16, Gen.Const((int?)null)),
        (24, Gen.Int[-300, 5].Select(s => (int?)s)),
        (2, Gen.Int[-8000, -3000].Select(s => (int?)s)),
        (1, Gen.Const((int?)60)));

    // Mostly a report names no assignment; the number that it names is often the right one.
    private static readonly Gen<int?> Number = Gen.Frequency(
        (3, Gen.Const((int?)null)), (1, Gen.Int[1, 5].Select(n => (int?)n)));

    private static readonly Gen<Actor> Somebody = Gen.Frequency(
        (12, Gen.OneOf(Centre.Dispatcher, Supervisor)),
        (2, Unit.Select(UnitActor)),
        (1, Station.Select(StationActor)));

    private static Gen<(object Target, Func<DateTimeOffset, object> Command)> On<T>(
        Gen<T> target, Gen<Func<DateTimeOffset, object>> command)
        where T : notnull => Gen.Select(target, command, (t, c) => ((object)t, c));

    private static Step Given(object target, object command, Actor actor, int pause)
    {
        var step = new Step(target, command, actor, pause);
        return step.Fires || command is GiveUnattendedLimits ? step with { Actor = Actor.System } : step;
    }

    private static Func<DateTimeOffset, object> At(int? offset, Func<DateTimeOffset?, object> command) =>
        now => command(offset is { } o ? now.AddSeconds(o) : null);

    private static IncidentCommand Named(int? number, IncidentCommand command) => number is { } n ? For(n, command) : command;

    private static Func<DateTimeOffset, object> Received(string? text, int? ringing, int? answered) =>
        now => new ReceiveCall(text, text, ringing is { } r ? now.AddSeconds(r) : null, answered is { } a ? now.AddSeconds(a) : null, null);

    // Few, so that what is read was often sent.
    private static readonly Gen<MessageId> Message = Gen.Int[1, 3].Select(i => MessageId.Of($"m{i}"));

    private static EvidenceItem Piece(string? note) => new(EvidenceKind.Photo, "nas://1", new string('a', 64), 5, null, null, null, note);

    private static readonly Gen<(DirectiveId Id, ReviewContent Content)> ReviewOf = Gen.Select(
        Gen.Int[1, 3],
        Text,
        Gen.OneOf(Orders.ToNorth, new DirectiveTo(null, null, "li"), (DirectiveTo?)null),
        (n, t, to) => (
            DirectiveId.Of($"complete-{n}"),
            new ReviewContent(
                70,
                [new ReviewItem("name", false, t)],
                to is null ? ReviewVerdict.Passed : ReviewVerdict.Returned,
                to is null ? [] : ["name"],
                to)));

    private static readonly Gen<ErasureField> Erasable = Gen.Enum<ErasureField>();

    private static readonly Gen<Func<DateTimeOffset, object>> ForIncident = Gen.Frequency(
        (
            2,
            Gen.Select(
                Gen.OneOf(Call.Select(c => (CallId?)c), Gen.Const((CallId?)null)),
                Station,
                Offset,
                Gen.Int[0, 3],
                (c, s, o, drill) => At(o, at => Creation(c, at, s) with { Exercise = drill == 0 }))),
        (
            1,
            Gen.Select(
                Text,
                Gen.Int[1, 3],
                Place,
                (t, p, l) => At(null, _ => new ChangeIncident(t is null ? default : new(t), new(p), new(l), new(t))))),
        (1, Text.Select(t => At(null, _ => new AddNote(t ?? "z")))),
        (
            10,
            Gen.Select(
                Unit.List[1, 3],
                Gen.Bool,
                Offset,
                (u, all, o) => At(o, at => new AssignUnits(u, all ? AssignMode.All : AssignMode.Any, at)))),
        (
            24,
            Gen.Select(
                Unit, Gen.Enum<AssignmentStage>(), Offset, Number, (u, s, o, n) => At(o, at => Named(n, Report(u, s, at))))),
        (5, Gen.Select(Unit, Incident, Offset, (u, to, o) => At(o, at => new DivertUnit(u, to, at, null)))),
        (4, Gen.Select(Unit, Offset, Number, (u, o, n) => At(o, at => Named(n, Feedback(u, at))))),
        (
            10,
            Gen.Select(
                Unit, Gen.Enum<CorrectableStage>(), Offset, Number, (u, s, o, n) => At(o, at => Named(n, Correction(u, s, at))))),
        (2, Offset.Select(o => At(o, at => new GiveOwnFeedback("settled", null, new Dictionary<string, double> { ["found"] = 1 }, at)))),
        (
            2,
            Gen.Select(
                Gen.Frequency((8, Gen.Const("handled")), (2, Gen.Const("nothing")), (1, Gen.Const("in custody"))),
                Offset,
                (word, o) => At(o, at => new CloseIncident(word, null, at)))),
        (3, Offset.Select(o => At(o, at => new ReopenIncident("why", at)))),
        (2, Gen.Select(Gen.Enum<ClockStage>(), Unit, Gen.Bool, (s, u, named) => At(null, _ => new Urge(s, named ? u : null, "why")))),
        (1, Gen.Const(At(null, _ => new TakeSupervision("why")))),
        (
            6,
            Gen.Select(
                Gen.OneOf("verify", DirectiveKinds.LookOut),
                Gen.Int[0, 3],
                Gen.Int[1, 1000],
                Offset,
                (kind, tasks, n, o) => Operation(kind, tasks, n, o))),
        (
            4,
            Gen.Select(
                Gen.OneOf("north", "south"),
                Gen.Bool,
                Offset,
                (s, joins, o) => At(o, at => new ChangeOperation(joins ? [StationId.Of(s)] : [], joins ? [] : [StationId.Of(s)], at)))),
        (
            4,
            Gen.Select(
                Gen.Enum<OperationOutcome>(),
                Gen.Bool,
                Offset,
                (e, w, o) => At(o, at => new CloseOperation(e, new Dictionary<string, double>(), null, w, at)))),
        (
            2,
            Gen.Select(
                Gen.Int[1, 4],
                Gen.OneOf("north", "south"),
                Text,
                Offset,
                (p, s, t, o) => At(o, at => new AssessIncident(p, StationId.Of(s), t, at)))),
        (
            1,
            Gen.Select(Gen.OneOf("north", "south"), Place, (s, l) => At(null, _ => new ChangeIncidentWithStation(
                new ChangeIncident(default, default, new(l), default) { Station = new(StationId.Of(s)) })))),
        (2, Offset.Select(o => At(o, at => new AcknowledgeDistress(at)))),
        (2, Gen.Enum<EscalationLevel>().Select(l => At(null, _ => new TakeEscalation(l)))),
        (4, Gen.Select(Incident, Gen.Enum<LinkRelation>(), (i, r) => At(null, _ => new AddLink(i, r)))),
        (3, Incident.Select(i => At(null, _ => new RemoveLink(i)))),
        (
            4,
            Gen.Select(
                Text,
                Gen.Int[0, 3],
                Offset,
                (t, of, o) => At(o, at => new AddParty(
                    PartyKind.Person, PartyRole.Other, PartyPersonal.Nothing with { Name = t }, t, of == 0 ? null : of, null, null, at)))),
        (
            6,
            Gen.Select(
                Gen.Int[1, 2],
                Text,
                Gen.Enum<PartyStatus>(),
                Offset,
                (n, t, s, o) => At(o, at => new ChangeParty(
                    n, default, default, new(t), default, default, default, default, new(t), default, new(s), default, at)))),
        (3, Gen.Select(Text, Offset, (t, o) => At(o, at => new AddIncidentEvidence(Piece(t), at)))),
        (3, Gen.Select(Gen.Int[1, 2], Offset, (n, o) => At(o, at => new VerifyIncidentEvidence(n, Piece(null).Sha256, at)))),
        (
            8,
            Gen.Select(
                Gen.Int[1, 3],
                Gen.OneOf((Satisfaction?)null, Satisfaction.Satisfied, Satisfaction.Dissatisfied),
                Text,
                Offset,
                (n, s, t, o) => At(o, at => new MakeCallBack(
                    DirectiveId.Of($"rectify-{n}"), CallBackWay.Phone, s is not null, s, [], t, at)))),
        (3, Gen.Select(ReviewOf, Offset, (r, o) => At(o, at => new ReviewIncident(r.Id, r.Content, at)))),
        (4, Erasable.Select(f => At(null, _ => new AskIncidentErasure([f], "why")))),
        (4, Gen.Const(At(null, _ => new ApproveIncidentErasure()))));

    private static readonly Gen<Func<DateTimeOffset, object>> ForUnit = Gen.Frequency(
        (
            2,
            Gen.Select(
                Gen.Int[1, 2],
                Gen.Bool,
                Text,
                Offset,
                (n, seen, t, o) => At(o, at => new RaisePanic(IncidentId.Of($"panic-{n}"), seen ? new GeoPoint(36, 113) : null, t, at)))),
        (2, Gen.Select(Text, Station, (t, s) => At(null, _ => new RegisterUnit(t ?? "P", "patrol", s, t is null ? [] : [t], null)))),
        (
            1,
            Gen.Select(
                Text,
                Gen.Frequency((1, Gen.Const(true)), (3, Gen.Const(false))),
                (t, gone) => At(null, _ => new RetireUnit(new RegisterUnit(t ?? "P", "patrol", null, [], null), gone)))),
        (1, Text.Select(t => At(null, _ => new ReceiveVisitor(t ?? "V", "patrol", t ?? "neighbour", [], null)))),
        (
            5,
            Gen.Select(
                Gen.Frequency((8, Gen.Const(true)), (1, Gen.Const(false))),
                Text,
                Gen.Frequency((12, Gen.Const((string?)null)), (1, Text)),
                Offset,
                (on, crew, why, o) => At(o, at => new SetDuty(on, crew is null ? [] : [crew], why, at)))));

    private static readonly Gen<Func<DateTimeOffset, object>> ForCall = Gen.Frequency(
        (3, Gen.Select(Text, Offset, (t, o) => At(o, at => new AddCallEvidence(Piece(t), at)))),
        (3, Offset.Select(o => At(o, at => new VerifyCallEvidence(1, Piece(null).Sha256, at)))),
        (3, Gen.Select(ReviewOf, Offset, (r, o) => At(o, at => new ReviewCall(r.Id, r.Content, at)))),
        (3, Erasable.Select(f => At(null, _ => new AskCallErasure([f], "why")))),
        (3, Gen.Const(At(null, _ => new ApproveCallErasure()))),
        (3, Gen.Select(Text, Offset, Offset, (t, r, a) => Received(t, r, a))),
        (1, Offset.Select(o => At(o, at => new AnswerCall(at)))),
        (1, Offset.Select(o => At(o, at => new EndCall(at)))),
        (2, Gen.Select(Text, Offset, (t, o) => At(o, at => new HandCall(t ?? "z", t, at)))),
        (1, Call.Select(c => At(null, _ => new NoteCallBack(c)))),
        (2, Gen.Select(Text, Place, (t, l) => At(null, _ => new ChangeCall(new(t), new(l), t is null ? default : new(t))))),
        (
            4,
            Gen.Select(
                Gen.Enum<DispositionKind>(),
                Incident,
                Gen.Bool,
                Text,
                (k, i, named, n) => At(null, _ => new DisposeCall(k, named ? i : null, n)))));

    private static readonly Gen<DirectiveId> Directive = Gen.Frequency(
        (20, Gen.OneOf(Orders.D, Orders.D.InGroup(1), DirectiveId.Of("dir-2"), Orders.Attached, Orders.Told)),
        (4, Gen.OneOf(DirectiveId.Of("dir-3"), DirectiveId.Of("dir-3").InGroup(1))),
        (1, Gen.Const(DirectiveId.Of("ghost"))));

    private static readonly Gen<DirectiveTo> Recipient = Gen.Frequency(
        (20, Gen.OneOf(Orders.ToNorth, Orders.ToUnit, new DirectiveTo(null, Two, null), new DirectiveTo(null, null, "li"))),
        (1, Unit.Select(unit => new DirectiveTo(null, unit, null))));

    /// <summary>Less than events carry: a rule cuts it off.</summary>
    private static readonly TimeSpan Crumb = TimeSpan.FromTicks(4567);

    private static readonly Gen<(IncidentId? Incident, CallId? Call)> Affair = Gen.Frequency(
        (2, Gen.Const(((IncidentId?)null, (CallId?)null))),
        (3, Gen.OneOf(A, B).Select(i => ((IncidentId?)i, (CallId?)null))),
        (1, Call.Select(c => ((IncidentId?)null, (CallId?)c))));

    private static readonly Gen<Func<DateTimeOffset, object>> ForDirective = Gen.Frequency(
        (
            2,
            Gen.Select(
                Recipient.List[1, 3],
                Gen.OneOf("verify", DirectiveKinds.LookOut, DirectiveKinds.FollowUp, DirectiveKinds.Handle),
                Gen.OneOf((DirectiveClockLimits?)null, Limits, new DirectiveClockLimits(null, null, 60, null)),
                Gen.Int[30, 400],
                Gen.Bool,
                Affair,
                Offset,
                Issue)),
        (
            2,
            Gen.Select(
                Gen.OneOf(Orders.ToNorth, Orders.ToSouth),
                Gen.OneOf(A, B),
                Gen.Bool,
                Offset,
                (to, on, soon, o) => At(o, at => Orders.Handle with
                {
                    To = [to],
                    IncidentId = on,
                    AutoConclude = soon,
                    OccurredAt = at,
                }))),
        (
            4,
            Gen.Select(
                Gen.OneOf(One, Two, Three).List[1, 2],
                Gen.Bool,
                Offset,
                (u, all, o) => At(o, at => new SendOnDirective(u, all ? AssignMode.All : AssignMode.Any, at)))),
        (3, Gen.Select(Text, Offset, (t, o) => At(o, at => new AddDirectiveEvidence(Piece(t), at)))),
        (3, Offset.Select(o => At(o, at => new VerifyDirectiveEvidence(1, Piece(null).Sha256, at)))),
        (3, Gen.Select(Text, Offset, (by, o) => At(o, at => new SignDirective(by, null, at)))),
        (
            5,
            Gen.Select(
                Gen.OneOf("done", DirectiveKinds.Hit),
                Gen.Bool,
                Gen.OneOf((int?)null, 10, 150),
                Place,
                Offset,
                ReportOn)),
        (2, Offset.Select(o => At(o, at => new ConcludeDirective("good", null, at)))),
        (2, Offset.Select(o => At(o, at => new RefuseDirective("not here", at)))),
        (2, Gen.Const(At(null, _ => Orders.Order with { Replaces = Orders.D }))),
        (4, Gen.Select(Gen.OneOf((int?)null, 60), Offset, (s, o) => At(o, at => new ReturnDirective("no place", ["location"], s, at)))),
        (1, Offset.Select(o => At(o, at => new UrgeDirective("at once", at)))),
        (2, Gen.Enum<EscalationLevel>().Select(level => At(null, _ => new TakeDirectiveEscalation(level)))),
        (1, Gen.Int[1, 2].Select(count => At(null, _ => new GroupWithdrawal(new WithdrawDirectiveGroup("settled", null), count)))),
        (1, Offset.Select(o => At(o, at => new WithdrawDirective("settled", at)))));

    private static readonly Gen<(object Target, Func<DateTimeOffset, object> Command)> Letter = Gen.OneOf(
        On(Gen.OneOf(A, B), Gen.Select(Message, Offset, (m, o) => At(o, at => new MessageIncident(m, "words", at)))),
        On(Gen.OneOf(A, B), Gen.Select(Message, Offset, (m, o) => At(o, at => new ReadIncidentMessage(m, at)))),
        On(
            Unit,
            Gen.Select(
                Message, Gen.Bool, Incident, Offset, (m, about, i, o) => At(o, at => new MessageUnit(m, "words", about ? i : null, at)))),
        On(Unit, Gen.Select(Message, Offset, (m, o) => At(o, at => new ReadUnitMessage(m, at)))));

    // Units write as often as the centre does.
    private static readonly Gen<Actor> Writer = Gen.OneOf(
        Gen.Const(Centre.Dispatcher), Unit.Select(UnitActor), Station.Select(StationActor));

    // The watch looks often: whoever is woken fires what is due.
    private static readonly Gen<(object Target, Func<DateTimeOffset, object> Command)> Woken = Gen.Frequency(
        (4, On(Gen.OneOf(A, B, C), Gen.Const(At(null, _ => FireClocks.Instance)))),
        (1, On(Gen.OneOf(A, B, C), Gen.Const(At(null, _ => new GiveUnattendedLimits(Days.Limits))))),
        (2, On(Call, Gen.Const(At(null, _ => FireCallClock.Instance)))),
        (2, On(Directive, Gen.Const(At(null, _ => FireDirectiveClocks.Instance)))));

    /// <summary>Any step; the time of its command is reckoned from when it is given.</summary>
    public static readonly Gen<Func<DateTimeOffset, Step>> Any = Gen.Frequency(
        (
            8,
            Doing(
                Gen.Frequency(
                    (10, On(Incident, ForIncident)),
                    (2, On(Gen.OneOf(One, Two, Three), ForUnit)),
                    (2, On(Call, ForCall)),
                    (4, On(Directive, ForDirective)),
                    (5, Woken)),
                Somebody)),
        (1, Doing(Letter, Writer)));

    private static Gen<Func<DateTimeOffset, Step>> Doing(
        Gen<(object Target, Func<DateTimeOffset, object> Command)> deed, Gen<Actor> people) =>
        Gen.Select(
            deed,
            people,
            Gen.Int[0, 200],
            (what, who, pause) => new Func<DateTimeOffset, Step>(now => Given(what.Target, what.Command(now), who, pause)));
}
