using System.Security.Cryptography;
using System.Text;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Writing;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Stations;
using Tocsin.Streams;
using Tocsin.Units;

namespace Tocsin.Tests.Seeding.Lives;

/// <summary>
/// Commands by the program's own rules, as its grains run them, but for what nobody reads later: views and narrow rows are made once, of
/// what a stream came to. Hands on what they wrote, batch by batch.
/// </summary>
internal sealed class PastCentre(int seed, byte[] digestKey, Action<SeedBatch> handOn)
{
    /// <summary>The status codes that a keyed command's row remembers.</summary>
    private const short Created = 201, Done = 200;

    private readonly Dictionary<StreamId, IStreamState> _states = [];
    private SeedBatch _batch = new();

    public Random Random { get; } = new(seed);

    public DateTimeOffset Now { get; set; }

    /// <summary>The position of the last event.</summary>
    public long Position { get; private set; }

    public TimingPolicy? Timing { get; set; }

    /// <summary>Hears when an incident has something to fire at another time than before.</summary>
    public Action<IncidentId, DateTimeOffset>? Due { get; set; }

    /// <summary>A stream's state, while it goes on.</summary>
    public IStreamState? Find(StreamId stream) => _states.GetValueOrDefault(stream);

    public CommandId NewCommand()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new CommandId(new Guid(bytes));
    }

    public void Do(
        IncidentId id,
        IncidentCommand command,
        Actor actor,
        CommandId by,
        bool keyed = false,
        string number = "",
        Jurisdiction? place = null) =>
        Run(id.Stream, command, actor, by, keyed, context => (context with { Number = number }).With(place));

    public void Do(CallId id, CallCommand command, Actor actor, CommandId by, bool keyed = false) =>
        Run(id.Stream, command, actor, by, keyed);

    public void Do(UnitId id, UnitCommand command, Actor actor) => Run(id.Stream, command, actor, NewCommand());

    public void Do(StationId id, StationCommand command, Actor actor) => Run(id.Stream, command, actor, NewCommand());

    /// <summary>Chooses a preset for what comes.</summary>
    public void Choose(TimingPolicy preset, Actor actor)
    {
        var choice = new ChoosePolicy(PolicyId.Of(preset.Name));
        Run(SettingIds.TimingPolicyStream, choice, actor, NewCommand(), facts: context => context with { Exists = true });
        Timing = preset;
    }

    /// <summary>Nothing more will be told of a stream.</summary>
    public void End(StreamId stream)
    {
        if (_states.Remove(stream, out var ended))
            _batch.Ended.Add(ended);
    }

    /// <summary>Notes what stands on the board.</summary>
    public void Mark(DateTimeOffset at) => _batch.Marks.Add(new SeedMark(
        Position,
        at,
        string.Join(
            '\n',
            _states.Values
                .Where(s => s.Stream.Kind is StreamKind.Incident or StreamKind.Unit)
                .Select(s => $"{s.Stream} {s.Version}"))));

    /// <summary>Ends everything that still goes on, and hands on what is left.</summary>
    public void EndAll()
    {
        foreach (var stream in _states.Keys.ToList())
            End(stream);
        handOn(_batch);
    }

    private void Run(
        StreamId own, object command, Actor actor, CommandId by, bool keyed = false, Func<DecisionContext, DecisionContext>? facts = null)
    {
        var plan = new CommandPlan(
            own,
            command,
            new CommandContext(by, actor, null, null),
            StreamDefinitions.Catalogue.Of(own).Cases.Of(command));
        var seen = StateSet.Empty.With(Known(own));
        while (plan.Streams(seen).Where(s => !seen.Knows(s)).ToList() is { Count: > 0 } missing)
            missing.ForEach(s => seen = seen.With(Known(s)));
        var context = new DecisionContext(Now, actor) { Timing = Timing, Digest = Digest };
        var decision = plan.Case.Decide(own, command, seen, facts is null ? context : facts(context));
        if (decision.Refusal is { } refusal)
            throw new InvalidOperationException($"The rules refused what the past wanted of {own}: {refusal.Detail}");
        var tail = EventLine.TailStart(actor, by);
        foreach (var decided in decision.Events)
            Write(decided, tail, actor, by);
        foreach (var (stream, before) in seen.All)
        {
            if (stream.Kind == StreamKind.Incident && Known(stream).DueAt is { } due && due != before.DueAt)
                Due?.Invoke(IncidentId.Of(stream.Id), due);
        }

        if (keyed)
            _batch.Commands.Add(new CommandRow(by, KeyOf(decision), own, _states[own].Version));
        _batch.Personal.AddRange(decision.Personal);
        if (_batch.Events.Count >= SeedBatch.Size)
        {
            handOn(_batch);
            _batch = new SeedBatch();
        }
    }

    private IStreamState Known(StreamId stream) => _states.GetValueOrDefault(stream) ?? StreamDefinitions.Catalogue.Initial(stream);

    private void Write(DecidedEvent decided, string tail, Actor actor, CommandId by)
    {
        var stream = decided.Stream;
        var after = Known(stream).Apply(decided.Event, decided.OccurredAt);
        _states[stream] = after;
        var kind = EventCodec.Kind(decided.Event);
        var prepared = new PreparedEvent(
            stream,
            after.Version,
            kind,
            decided.OccurredAt,
            EventLine.Head(stream, after.Version, kind, decided.OccurredAt),
            string.Concat(tail, EventCodec.Encode(decided.Event), "}"));
        var snapshot = after is UnitState unit && unit.Version % UnitSnapshots.Interval == 0 ? unit : null;
        _batch.Events.Add(new SeedEvent(++Position, prepared, Now, actor, by, snapshot));
    }

    // Nobody knows the request's body any more; its digest is that of the command's id.
    private CommandKey KeyOf(Decision decision) => new(
        HMACSHA256.HashData(digestKey, _batch.Events[^1].Command.Value.ToByteArray()),
        decision.Events[0].Event is IncidentCreated or CallReceived ? Created : Done,
        decision.Extra);

    private string Digest(StreamId stream, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(digestKey, Encoding.UTF8.GetBytes($"{stream}\n{text}")).AsSpan(0, 16));
}
