using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>A centre whose commands go by the program's own rules into a journal: what the grains do, without grains.</summary>
internal sealed class RuledCentre(IJournal journal)
{
    private int _numbers;

    public DateTimeOffset Now { get; set; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public TimingPolicy? Timing { get; set; }

    /// <summary>Who gives the commands.</summary>
    public Actor Actor { get; set; } = new("wang", Roles.Dispatcher);

    /// <summary>Keys of streams that the next commands write, too.</summary>
    public IReadOnlyList<PersonalEntry> Keys { get; set; } = [];

    public StateSet States { get; private set; } = StateSet.Empty;

    public Task<AppendResult> DoAsync(IncidentId id, IncidentCommand command, bool keyed = false) =>
        RunAsync(id.Stream, command, keyed);

    public Task<AppendResult> DoAsync(UnitId id, UnitCommand command) =>
        RunAsync(id.Stream, command, keyed: false);

    public Task<AppendResult> DoAsync(CallId id, CallCommand command) =>
        RunAsync(id.Stream, command, keyed: false);

    public Task<AppendResult> DoAsync(StationId id, StationCommand command) =>
        RunAsync(id.Stream, command, keyed: false);

    public Task<AppendResult> DoAsync(DirectiveId id, DirectiveCommand command) =>
        RunAsync(id.Stream, command, keyed: false);

    /// <summary>Writes events that no rule has decided on, with all that an append of theirs would write.</summary>
    public Task<AppendResult> ForgeAsync(params IReadOnlyList<(StreamId Stream, object Event)> events) => RunAsync(
        events[0].Stream,
        _ => [.. events.Select(e => e.Stream).Distinct()],
        (_, c) => Decision.Do([.. events.Select(e => new DecidedEvent(e.Stream, e.Event, c.Now))]),
        keyed: false);

    /// <summary>Learns what the journal has of a stream that others wrote.</summary>
    public async Task LoadAsync(StreamId stream)
    {
        var state = StreamDefinitions.Catalogue.Initial(stream);
        while (await journal.ReadStreamAsync(stream, state.Version, JournalLimits.EventsPerPage) is { Count: > 0 } page)
            state = page.Aggregate(state, (s, e) => StreamDefinitions.Catalogue.Apply(s, e));
        States = States.With(state);
    }

    private Task<AppendResult> RunAsync(StreamId own, object command, bool keyed)
    {
        var useCase = StreamDefinitions.Catalogue.Of(own).Cases.Of(command);
        return RunAsync(own, w => useCase.Streams?.Invoke(own, command, w) ?? [own], (w, c) => useCase.Decide(own, command, w, c), keyed);
    }

    private async Task<AppendResult> RunAsync(
        StreamId own, Func<StateSet, IReadOnlyList<StreamId>> streams, Func<StateSet, DecisionContext, Decision> decide, bool keyed)
    {
        var seen = StateSet.Empty;
        while (streams(seen).Where(s => !seen.Knows(s)).ToList() is { Count: > 0 } missing)
            missing.ForEach(s => seen = seen.With(States.Knows(s) ? States.All[s] : StreamDefinitions.Catalogue.Initial(s)));
        var decision = decide(seen, new DecisionContext(Now, Actor)
        {
            Timing = Timing,
            Number = $"260504-{++_numbers:0000}",
            Digest = (stream, text) => $"{stream}{text.Length}",
        });
        Assert.Null(decision.Refusal);
        var after = decision.Events.Aggregate(seen, (w, h) => w.After(h));
        var rows = new NarrowRows();
        foreach (var (stream, state) in seen.All)
            after.All[stream].AddRows(state, rows);
        var request = new AppendRequest(
            CommandId.New(),
            Actor,
            journal.Epoch,
            [.. seen.All.OrderByDescending(s => s.Key == own).Select(s => Head(s.Value, after.All[s.Key]))],
            [.. decision.Events
                .Select(h => new PendingEvent(h.Stream, EventCodec.Kind(h.Event), h.OccurredAt, EventCodec.Encode(h.Event)))])
        {
            Key = keyed ? new CommandKey(new byte[32], 200) : null,
            Incidents = rows.Incidents,
            Responses = rows.Responses,
            Calls = rows.Calls,
            Personal = [.. decision.Personal, .. Keys],
            Claims = [.. seen.All.SelectMany(s => after.All[s.Key].Claims
                .Except(s.Value.Claims)
                .Select(name => new ClaimChange(name, s.Key, true)))],
            Listings = [.. seen.All.Select(s => after.All[s.Key].ListingChange(s.Value)).OfType<ListingChange>()],
        };
        var result = await journal.AppendAsync(request);
        Assert.Equal(AppendOutcome.Committed, result.Outcome);
        foreach (var state in after.All.Values)
            States = States.With(state);
        Now = Now.AddSeconds(20);
        return result;
    }

    private static StreamHead Head(IStreamState before, IStreamState after) =>
        new(before.Stream, before.Version, after.Version > before.Version ? after.ToBoard() : null) { ListedAt = after.ListedAt };
}
