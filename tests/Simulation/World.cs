using System.Globalization;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Policies;
using Tocsin.Stations;

namespace Tocsin.Tests.Simulation;

/// <summary>A model centre: silos that die and come back, a journal, clients, and the checks over all of it.</summary>
internal sealed class World : IDisposable
{
    private const int SiloCount = 3;

    /// <summary>
    /// After the last command everything that can run out has run out: more than the longest limit and the climb behind it.
    /// </summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromHours(1);

    /// <summary>How long nothing happens in the end: more than an idle activation stays.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    // Short limits, so that a world of minutes sees all of them.
    private static readonly TimingLimit[] Limits =
    [
        Row(ClockStage.Answer, 20),
        Row(ClockStage.Assign, 60),
        Row(ClockStage.Acknowledge, 30),
        Row(ClockStage.Turnout, 90),
        Row(ClockStage.Arrive, 180),
        Row(ClockStage.Arrive, 120) with { Priority = 1, From = ClockFrom.EnRoute },
        Row(ClockStage.Feedback, 240),
        Row(ClockStage.Conclude, 900),
    ];

    private readonly SiloContext _nowhere;
    private readonly Checks _checks;
    private int _silos;
    private long _commandIds;

    public World(SimulationOptions options)
    {
        Options = options;
        Scheduler = new Scheduler(options.Seed);
        Faults = new Faults(options.Scenario);
        Store = new JournalStore(Scheduler, options.Sabotage);
        _nowhere = new SiloContext(Scheduler);
        Network = new Network(Scheduler, _nowhere, Faults, Violated);
        _checks = new Checks(Scheduler, Store, Violated);
        Choose();
        Store.Written = _checks.Written;
        for (var i = 0; i < SiloCount; i++)
            Network.Silos.Add(NewSilo());
    }

    public SimulationOptions Options { get; }

    public Scheduler Scheduler { get; }

    public Faults Faults { get; }

    public JournalStore Store { get; }

    public Network Network { get; }

    public NumberStock Numbers { get; } = new();

    public string? Violation { get; private set; }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="ViolationException">Something happened that must never happen.</exception>
    public WorldResult Run()
    {
        var clients = new Clients(this, _checks);
        clients.Start();
        Scheduler.After(TimeSpan.FromSeconds(1), _nowhere, Trouble);
        Scheduler.Run(() => Violation is not null || clients.Done, Scheduler.Now.AddDays(10));
        Faults.On = false;
        Scheduler.Run(() => Violation is not null || !Store.AnythingDue, Scheduler.Now + Afterwards);
        Scheduler.Run(() => Violation is not null, Scheduler.Now + Quiet);
        foreach (var grain in Network.Silos.SelectMany(s => s.Grains))
            _checks.Remembered(grain);
        if (Violation is null)
            _checks.End();
        if (Violation is null && Network.Silos.Find(s => s.Watched > 0 || s.Registry.Count > 0) is { } leaking)
        {
            Violated(
                $"nothing happens any more, and {leaking} remembers {leaking.Watched} streams in its watch " +
                $"and {leaking.Registry.Count} in its registry");
        }

        return Violation is null
            ? new WorldResult(clients.Given, Store.Events.Count, Scheduler.Steps, clients.Refusals, _silos, clients.SlowestMs)
            : throw new ViolationException($"At {Scheduler.Now:O}: {Violation}");
    }

    public CommandId NewCommand() => new(new Guid((int)(++_commandIds >> 32), 0, 0, BitConverter.GetBytes(_commandIds)));

    public void Dispose() => Network.Silos.ForEach(s => s.Dispose());

    private static TimingLimit Row(ClockStage stage, int limit) => new(stage, null, null, null, limit, limit / 2, []);

    private void Violated(string what) => Violation ??= what;

    private Silo NewSilo() => new(this, string.Create(CultureInfo.InvariantCulture, $"silo-{++_silos}"));

    // Each second: a silo may die between any two steps, and whoever is watched closely shows what he remembers.
    private void Trouble()
    {
        if (!Faults.On)
            return;
        if (Scheduler.Chance(Faults.SiloDies))
        {
            var place = Scheduler.Random.Next(Network.Silos.Count);
            var dead = Network.Silos[place];
            dead.Context.Alive = false;
            dead.Dispose();
            Network.Silos[place] = NewSilo();
        }

        var grains = Network.Silos[Scheduler.Random.Next(Network.Silos.Count)].Grains;
        if (grains.Count > 0)
            _checks.Remembered(grains[Scheduler.Random.Next(grains.Count)]);
        Scheduler.After(Scheduler.Milliseconds(500, 1500), _nowhere, Trouble);
    }

    private void Choose()
    {
        Write(PolicyId.Of("short").Stream, new PolicySet(Limits, new EscalationPlan(0, 20, 60)));
        Write(SettingIds.TimingPolicyStream, new PolicyChosen(PolicyId.Of("short")));
        Write(Orders.Station.Stream, new StationRegistered("North", null, null, null));
    }

    private void Write(StreamId stream, object happened) => Store.Append(
        new AppendRequest(
            NewCommand(),
            Actor.System,
            default,
            [new StreamHead(stream, 0, StreamDefinitions.Catalogue.Initial(stream).Apply(happened, Scheduler.Now).ToBoard())],
            [new PendingEvent(stream, EventCodec.Kind(happened), Scheduler.Now, EventCodec.Encode(happened))]),
        default);
}
