using System.Globalization;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;

namespace Tocsin.Tests.Simulation;

/// <summary>What people and devices do next, by chance, with an eye on what stands.</summary>
internal sealed class Deeds(World world)
{
    private const int Units = 16;

    /// <summary>How many incidents are worked at; the oldest makes room.</summary>
    private const int Open = 24;

    /// <summary>Of an exception storm: so much of the world makes incidents that nobody is assigned to.</summary>
    private const double StormShare = 0.4;

    private static readonly Actor Dispatcher = new("wang", Roles.Dispatcher);
    private static readonly Actor Supervisor = new("li", Roles.Supervisor);

    private readonly List<IncidentId> _incidents = [];
    private readonly List<CallId> _calls = [];
    private readonly Orders _orders = new(world);
    private readonly Queue<(IncidentId On, UnitId Unit, MessageId Id)> _sent = [];
    private UnitId? _panicking;
    private int _made;

    /// <summary>The longest pause of a desk between two commands, in milliseconds.</summary>
    public int PauseMs => Storming ? 60 : 1500;

    private Random Random => world.Scheduler.Random;

    private bool Storming =>
        world.Options.Scenario == Scenario.ExceptionStorm && _made < (Units * 2) + (world.Options.Commands * StormShare);

    /// <summary>The next command.</summary>
    public Deed Next()
    {
        if (_made < Units * 2)
            return Prepare(_made++);
        if (Storming || _incidents.Count < 4)
            return Create();
        return Random.Next(100) switch
        {
            < 14 => Create(),
            < 28 => Assign(),
            < 62 => Report(),
            < 66 when Working() is var (on, unit) =>
                Give(on, Named(on, unit, new GiveFeedback(unit, "settled", null, new Dictionary<string, double>(), When()))),
            < 67 => Give(Any(), new GiveOwnFeedback("settled", null, new Dictionary<string, double>(), When())),
            < 70 => Give(Any(), new CloseIncident("handled", null, When())),
            < 71 => Give(Any(), new OverrideClosing(new CloseIncident("handled", null, When()) { Override = "why" }), Supervisor),
            < 73 => Give(Any(), new ReopenIncident("why", null)),
            < 77 when Working() is var (on, unit) => Give(on, new DivertUnit(unit, Any(), When(), null)),
            < 81 when Working() is var (on, unit) => Give(
                on,
                Named(
                    on,
                    unit,
                    new CorrectStage(unit, AnyStage(), Random.Next(3) == 0 ? null : When() ?? world.Scheduler.Now, "wrong press")),
                Supervisor),
            < 85 => Give(Any(), new ChangeIncident(default, new(Random.Next(1, 5)), default, default)),
            < 86 => Give(Any(), new AddNote("note")),
            < 87 => Record(),
            < 88 => Random.Next(2) == 0
                ? Give(Any(), new TakeSupervision("why"), Supervisor)
                : Give(Any(), new AssessIncident(Random.Next(1, 5), Orders.Station, "why", When())),
            < 89 => Random.Next(2) == 0 ? Give(Any(), new TakeEscalation(EscalationLevel.Station)) : Operate(),
            < 90 => Random.Next(3) > 0 ? Panic() : Give(Any(), new AcknowledgeDistress(When())),
            < 92 => Random.Next(2) == 0 ? Write() : Read(),
            < 93 => Duty(AnyUnit()),
            < 94 => Ring(),
            < 97 => OfCall(),
            _ => _orders.Next(AnyUnit(), _incidents.Count > 0 ? Any() : null),
        };
    }

    private static readonly IssueDirectives Task = new(
        [new DirectiveTo(Orders.Station, null, null)], "verify", "x", null, [], [], null, null, null, [], false, false, null, null);

    // Opened by several at a time, with a task, and closed again.
    private Deed Operate() => Random.Next(2) == 0
        ? Give(Any(), new OpenOperation(
            "why",
            null,
            [Orders.Station],
            [Task],
            DirectiveId.Of(string.Create(CultureInfo.InvariantCulture, $"task-{Random.Next(1_000_000)}")),
            When()))
        : Give(Any(), new CloseOperation(
            OperationOutcome.Supported, new Dictionary<string, double>(), null, Withdraw: true, When()), Supervisor);

    // Whom it is about, changed by several at a time, and what proves it.
    private Deed Record()
    {
        var personal = PartyPersonal.Nothing with { Name = string.Create(CultureInfo.InvariantCulture, $"name {Random.Next(9)}") };
        return Random.Next(3) switch
        {
            0 => Give(Any(), new AddParty(PartyKind.Person, PartyRole.Other, personal, "tall", null, null, null, When())),
            1 => Give(Any(), new ChangeParty(
                1, default, default, new(personal.Name), default, default, default, default, default, default, default, default, When())),
            _ => Give(Any(), new AddIncidentEvidence(
                new EvidenceItem(EvidenceKind.Photo, "nas://1", new string('a', 64), null, null, null, null, null), When())),
        };
    }

    private static Deed Prepare(int number)
    {
        var unit = UnitOf(number / 2);
        return number % 2 == 0
            ? new Deed(
                unit.Stream,
                new RegisterUnit(unit.Value, "patrol", Orders.Station.Value, [], null),
                new Actor("root", Roles.Admin),
                Keyed: true)
            : new Deed(unit.Stream, new SetDuty(true, [], null, null), Dispatcher, Keyed: true);
    }

    private Deed Create()
    {
        if (_incidents.Count >= Open && !Storming)
        {
            // The oldest is closed and left alone, so that the world stays as small as a day's work.
            var oldest = _incidents[0];
            _incidents.RemoveAt(0);
            return Give(oldest, new CloseIncident("handled", null, null));
        }

        var id = IncidentId.Of(string.Create(CultureInfo.InvariantCulture, $"i{_made++}"));
        _incidents.Add(id);
        return Give(
            id,
            new CreateIncident(
                null, "theft", Random.Next(1, 5), null, null, null, false,
                Random.Next(20) == 0 ? world.Scheduler.Now.AddHours(-2) : When()));
    }

    private Deed Assign()
    {
        UnitId[] units = [.. Enumerable.Range(0, Random.Next(1, 4)).Select(_ => Random.Next(8) > 0 ? FreeUnit() : AnyUnit()).Distinct()];
        return Give(Any(), new AssignUnits(units, Random.Next(2) == 0 ? AssignMode.All : AssignMode.Any, When()));
    }

    // A device says what its unit did, for the incident that it was told of; it knows what it knows.
    private Deed Report()
    {
        var (on, unit) = Working();
        var stage = Random.Next(20) switch
        {
            < 5 => AssignmentStage.Acknowledged,
            < 10 => AssignmentStage.EnRoute,
            < 14 => AssignmentStage.OnScene,
            < 18 => AssignmentStage.Cleared,
            < 19 => AssignmentStage.Cancelled,
            _ => AssignmentStage.Declined,
        };
        var report = new ReportProgress(unit, stage, world.Scheduler.Now.AddMilliseconds(-Random.Next(5_000)), null);
        return Give(on, Named(on, unit, report)) with
        {
            Pocket = TimeSpan.FromSeconds(Random.NextDouble() * world.Faults.ReportDelaySeconds),
        };
    }

    // Somebody is in distress, and presses as often as fear makes one press; what came of it is worked at like any other incident.
    private Deed Panic()
    {
        if (_panicking is not { } unit || Random.Next(3) == 0)
            _panicking = unit = AnyUnit();
        var id = IncidentId.Of(string.Create(CultureInfo.InvariantCulture, $"i{_made++}"));
        if (Of(unit).PanicIncidentId is null)
            _incidents.Add(id);
        return new Deed(
            unit.Stream,
            new RaisePanic(id, null, null, When()),
            new Actor("device", Roles.Unit, unit),
            Keyed: Random.Next(4) > 0);
    }

    private Deed Write()
    {
        var id = MessageId.Of(string.Create(CultureInfo.InvariantCulture, $"m{_made++}"));
        var (on, unit) = Working();
        _sent.Enqueue((on, unit, id));
        if (_sent.Count > Open)
            _sent.Dequeue();
        return Random.Next(2) == 0
            ? Give(on, new MessageIncident(id, "words", When()))
            : new Deed(
                unit.Stream,
                new MessageUnit(id, "words", null, When()),
                Random.Next(2) == 0 ? Dispatcher : new Actor("device", Roles.Unit, unit),
                Keyed: Random.Next(4) > 0);
    }

    private Deed Read()
    {
        if (_sent.Count == 0)
            return Write();
        var (on, unit, id) = _sent.ElementAt(Random.Next(_sent.Count));
        var reader = Random.Next(2) == 0 ? Dispatcher : new Actor("device", Roles.Unit, unit);
        return Random.Next(2) == 0
            ? Give(on, new ReadIncidentMessage(id, null), reader)
            : new Deed(unit.Stream, new ReadUnitMessage(id, null), reader, Keyed: false);
    }

    private Deed Duty(UnitId unit) => new(
        unit.Stream,
        new SetDuty(Random.Next(4) > 0, [], Random.Next(6) == 0 ? "flat tyre" : null, null),
        Dispatcher,
        Keyed: Random.Next(2) == 0);

    private Deed Ring()
    {
        var id = CallId.Of(string.Create(CultureInfo.InvariantCulture, $"c{world.Scheduler.Steps}"));
        _calls.Add(id);
        if (_calls.Count > Open)
            _calls.RemoveAt(0);
        return new Deed(id.Stream, new ReceiveCall(null, null, When(), null, null), Dispatcher, Keyed: true);
    }

    private Deed OfCall()
    {
        if (_calls.Count == 0)
            return Ring();
        var call = _calls[Random.Next(_calls.Count)];
        CallCommand command = Random.Next(4) switch
        {
            0 => new AnswerCall(When()),
            1 => new EndCall(When()),
            2 => new HandCall("li", "4", When()),
            _ => new DisposeCall(DispositionKind.Duplicate, Any(), null),
        };
        return new Deed(call.Stream, command, Dispatcher, Keyed: Random.Next(2) == 0);
    }

    private Deed Give(IncidentId id, IncidentCommand command, Actor? actor = null) =>
        new(id.Stream, command, actor ?? Dispatcher, Keyed: Random.Next(4) > 0);

    // A page names the assignment that it shows, which may be over when the report comes; an older page names none.
    private IncidentCommand Named(IncidentId on, UnitId unit, IncidentCommand report) =>
        ((IncidentState)world.Store.Truth(on.Stream)).AssignmentOf(unit) is >= 0 and var place && Random.Next(2) == 0
            ? new ForAssignment(place + 1, report)
            : report;

    // Mostly now; else some time ago, or a little ahead.
    private DateTimeOffset? When() => Random.Next(3) > 0 ? null : world.Scheduler.Now.AddSeconds(Random.Next(-300, 3));

    private IncidentId Any() => _incidents[Random.Next(Math.Max(0, _incidents.Count - Open), _incidents.Count)];

    // A unit with the incident that it is on, as far as there is one; now and then any two.
    private (IncidentId On, UnitId Unit) Working()
    {
        var first = Random.Next(Units);
        for (var i = 0; i < Units && Random.Next(40) > 0; i++)
        {
            var unit = UnitOf((first + i) % Units);
            if (Of(unit).IncidentId is { } on)
                return (on, unit);
        }

        return (Any(), AnyUnit());
    }

    private UnitId FreeUnit()
    {
        var first = Random.Next(Units);
        for (var i = 0; i < Units; i++)
        {
            if (Of(UnitOf((first + i) % Units)).Status == UnitStatus.Available)
                return UnitOf((first + i) % Units);
        }

        return AnyUnit();
    }

    private UnitState Of(UnitId unit) => (UnitState)world.Store.Truth(unit.Stream);

    private UnitId AnyUnit() => UnitOf(Random.Next(Units));

    private CorrectableStage AnyStage() => (CorrectableStage)Random.Next(Enum.GetValues<CorrectableStage>().Length);

    private static UnitId UnitOf(int number) => UnitId.Of(string.Create(CultureInfo.InvariantCulture, $"P{number}"));
}
