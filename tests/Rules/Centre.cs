using System.Collections.Immutable;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Distress;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Quality;
using Tocsin.Stations;
using Tocsin.Streams;
using Tocsin.Units;

namespace Tocsin.Tests.Rules;

/// <summary>
/// A centre in memory: what the grain shell does round the rules, without journal, gates and grains. A decision sees only the streams that
/// the rules named, so that a stream they forgot is an exception here.
/// </summary>
internal sealed class Centre
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly Actor Dispatcher = new("wang", Roles.Dispatcher);

    private int _numbers;

    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>Where places belong; null when the command names none.</summary>
    public Jurisdiction? Jurisdiction { get; set; }

    /// <summary>Another thing that has the name that the command asks for; null: none has.</summary>
    public string? NameHeldBy { get; set; }

    /// <summary>The timing policy for what comes; null: none.</summary>
    public TimingPolicy? Timing { get; set; }

    /// <summary>How incidents may end; null: nothing was ever set.</summary>
    public ClosingRules? Closing { get; set; }

    /// <summary>The built-in limits for what comes; null: as before there were any.</summary>
    public UnattendedLimits? Unattended { get; set; }

    /// <summary>Whether a station for which somebody issues directives may do so.</summary>
    public bool MayInstruct { get; set; }

    /// <summary>Whether that station may read the call on which it issues them.</summary>
    public bool SeesCall { get; set; }

    /// <summary>Whose work a record is that is reviewed.</summary>
    public IReadOnlySet<string> Handlers { get; set; } = new HashSet<string>();

    public TimeSpan HistoricAfter { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan DeviceTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Hears of each decision that leads to events: the states before it, the states after it.</summary>
    public Action<StateSet, StateSet, Decision>? Committed { get; set; }

    public StateSet States { get; private set; } = StateSet.Empty;

    public ImmutableList<DecidedEvent> Journal { get; private set; } = [];

    /// <summary>What stands among the personal data, by the name of its row.</summary>
    public ImmutableDictionary<StreamId, string> Personal { get; private set; } = ImmutableDictionary<StreamId, string>.Empty;

    /// <summary>The narrow rows of the last command.</summary>
    public NarrowRows Rows { get; private set; } = new();

    /// <summary>Those of every command, in order.</summary>
    public ImmutableList<NarrowRows> Written { get; private set; } = [];

    public Decision Do(IncidentId id, IncidentCommand command, Actor? actor = null) => Run(id.Stream, command, actor);

    public Decision Do(UnitId id, UnitCommand command, Actor? actor = null) => Run(id.Stream, command, actor);

    public Decision Do(CallId id, CallCommand command, Actor? actor = null) => Run(id.Stream, command, actor);

    public Decision Do(StationId id, StationCommand command, Actor? actor = null) => Run(id.Stream, command, actor);

    public Decision Do(DirectiveId id, DirectiveCommand command, Actor? actor = null) => Run(id.Stream, command, actor);

    public Decision Do(StreamId stream, object command, Actor? actor = null) => Run(stream, command, actor);

    public IStreamState State(StreamId stream) => States.Knows(stream) ? States.All[stream] : StreamDefinitions.Catalogue.Initial(stream);

    public IncidentState State(IncidentId id) => (IncidentState)State(id.Stream);

    public IncidentView View(IncidentId id) => TocsinJson.Read<IncidentView>(State(id).ToBoard().View);

    public UnitView View(UnitId id) => TocsinJson.Read<UnitView>(State(id.Stream).ToBoard().View);

    public CallView View(CallId id) => TocsinJson.Read<CallView>(State(id.Stream).ToBoard().View);

    public StationView View(StationId id) => TocsinJson.Read<StationView>(State(id.Stream).ToBoard().View);

    public DirectiveView View(DirectiveId id) => TocsinJson.Read<DirectiveView>(State(id.Stream).ToBoard().View);

    public DateTimeOffset In(double seconds) => Now.AddSeconds(seconds);

    public static string Digest(StreamId stream, string text) => $"#{stream}#{text.Length}#{text}";

    /// <summary>A centre that goes on from here by itself.</summary>
    public Centre Fork() => (Centre)MemberwiseClone();

    private Decision Run(StreamId own, object command, Actor? actor)
    {
        var plan = PlanOf(own, command, actor ?? Dispatcher);
        var seen = StateSet.Empty;
        while (plan.Streams(seen).Where(s => !seen.Knows(s)).ToList() is { Count: > 0 } missing)
            missing.ForEach(s => seen = seen.With(State(s)));
        var context = new DecisionContext(Now, actor ?? Dispatcher)
        {
            Number = $"260301-{_numbers + 1:0000}",
            NameHeldBy = NameHeldBy,
            HistoricAfter = HistoricAfter,
            DeviceTolerance = DeviceTolerance,
            Timing = Timing,
            Unattended = Unattended,
            Digest = Digest,
        };
        context = context.With(Jurisdiction).With(Closing).With(new DistressCategory("distress"))
            .With(new IssuingStation(MayInstruct, SeesCall)).With(new Handlers(Handlers));
        if (command is ChangeParty { N: var n } && Personal.TryGetValue(PartyRows.Of(IncidentId.Of(own.Id), n), out var party))
            context = context.With(PartyRows.Read(party));
        var decision = plan.Case.Decide(own, command, seen, context);
        var after = decision.Events.Aggregate(seen, (w, h) => w.After(h));
        Rows = new NarrowRows();
        foreach (var stream in decision.Events.Select(h => h.Stream).Distinct())
        {
            after.All[stream].AddRows(seen.All[stream], Rows);
            States = States.With(after.All[stream]);
        }

        if (decision.Events.Count > 0)
            Committed?.Invoke(seen, after, decision);
        _numbers += decision.Events.Count(h => h.Event is IncidentCreated);
        Journal = Journal.AddRange(decision.Events);
        foreach (var entry in decision.Personal)
            Personal = entry.Value is { } value ? Personal.SetItem(entry.Stream, value) : Personal.Remove(entry.Stream);
        Written = Written.Add(Rows);
        return decision;
    }

    private static CommandPlan PlanOf(StreamId own, object command, Actor actor) =>
        new(own, command, new CommandContext(CommandId.New(), actor, null, null), StreamDefinitions.Catalogue.Of(own).Cases.Of(command));
}
