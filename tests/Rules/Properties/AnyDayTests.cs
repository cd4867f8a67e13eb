using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>Any sequence of commands, repeated, late or out of order, by anybody, leaves a legal state.</summary>
public class AnyDayTests
{
    private static readonly Serializer Wire =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    // Every member of a state, also those that no view shows.
    private static readonly JsonSerializerOptions Whole = new(JsonSerializerDefaults.Web) { Converters = { new InstantConverter() } };

    // Refused by the rules; the other codes are the shell's and the gateway's.
    private static readonly RefusalCode[] Refused =
    [
        RefusalCode.Invalid, RefusalCode.Forbidden, RefusalCode.NotYours, RefusalCode.NotFound, RefusalCode.UnitBusy,
        RefusalCode.WrongStage, RefusalCode.IncidentClosed, RefusalCode.OccurredAtInFuture, RefusalCode.UnknownReference,
        RefusalCode.Retired, RefusalCode.Incomplete, RefusalCode.LimitReached,
        RefusalCode.DirectivesOpen,
    ];

    /// <summary>Random days miss a rare kind now and then, and lose more of them when somebody changes how they are made.</summary>
    private const double MetByChance = 0.9;

    [Fact]
    public void Days_meet_every_kind_of_event_and_every_refusal() => Assert.Empty(Everything().Except(Met(Days.CheckDirected)));

    [Fact]
    public void Random_days_meet_nearly_all_of_it()
    {
        Assert.SkipWhen(Chance.MakesDo, "Few days meet less.");
        var missed = Everything().Except(Met(Days.CheckRandom)).ToList();
        Assert.True(missed.Count <= Everything().Count() * (1 - MetByChance), string.Join(", ", missed));
    }

    [Fact]
    public void Leaves_a_legal_state() => Days.Check((_, _, _, centre) => Invariants.Check(centre));

    [Fact]
    public void Folds_from_the_journals_text_to_the_same_state() => Days.CheckEnd(centre =>
    {
        foreach (var state in centre.States.All.Values)
        {
            var folded = centre.Journal
                .Where(h => h.Stream == state.Stream)
                .Aggregate(StreamDefinitions.Catalogue.Initial(state.Stream), (s, h) => s.Apply(Reread(h), h.OccurredAt));
            Assert.Equal(Text(state), Text(folded));
            Assert.Equal(state.ToBoard(), folded.ToBoard());
        }
    });

    [Fact]
    public void Crosses_silos_and_snapshots_unchanged() => Days.CheckEnd(centre =>
    {
        foreach (var state in centre.States.All.Values)
        {
            Assert.Equal(Text(state), Text(Wire.Deserialize<IStreamState>(Wire.SerializeToArray(state))!));
            if (state is UnitState unit)
                Assert.Equal(Text(state), Text(UnitSnapshotJson.Read(UnitSnapshotJson.Write(unit))));
        }
    });

    [Fact]
    public void Writes_narrow_rows_that_equal_those_made_from_scratch() => Days.CheckEnd(centre =>
    {
        var scratch = new NarrowRows();
        foreach (var state in centre.States.All.Values)
            state.AddRows(StreamDefinitions.Catalogue.Initial(state.Stream), scratch);
        Assert.Equal(scratch.Incidents.ToDictionary(r => r.Id), Newest(centre, r => r.Incidents, r => r.Id));
        Assert.Equal(
            scratch.Responses.ToDictionary(r => (r.Incident, r.Ordinal)),
            Newest(centre, r => r.Responses, r => (r.Incident, r.Ordinal)));
        Assert.Equal(scratch.Calls.ToDictionary(r => r.Id), Newest(centre, r => r.Calls, r => r.Id));
    });

    [Fact]
    public void A_refusal_writes_nothing() => Days.Check((before, _, decision, after) =>
    {
        if (decision.Refusal is null)
            return;
        Assert.Empty(decision.Events);
        Assert.Empty(decision.Personal);
        Assert.Null(decision.Extra);
        Assert.Same(before.States, after.States);
    });

    [Fact]
    public void Events_are_known_kinds_at_whole_milliseconds_of_UTC() => Days.Check((_, _, decision, _) => Assert.All(decision.Events, h =>
    {
        Assert.Equal((TimeSpan.Zero, 0L), (h.OccurredAt.Offset, h.OccurredAt.Ticks % TimeSpan.TicksPerMillisecond));
        Assert.Contains(EventCodec.Kind(h.Event), KnownKinds(h.Stream.Kind));
    }));

    [Fact]
    public void A_time_that_stands_changes_only_by_a_correction() =>
        Days.Check((before, _, decision, after) => Invariants.TimesStand(before, after, decision));

    [Fact]
    public void A_command_that_comes_again_is_answered_as_the_contract_says() => Days.Check((_, step, done, after) =>
    {
        if (done is { Refusal: null, Events.Count: > 0 })
            Repeats.Check(step, done, step.Run(after.Fork()));
    });

    [Fact]
    public void A_unit_speaks_for_itself_and_for_incidents_it_was_on() => Days.Check((before, step, decision, _) =>
    {
        if (step.Actor.Role != Roles.Unit || decision.Events.Count == 0)
            return;
        if (step.Bare is ReportProgress or GiveFeedback or AddNote)
        {
            // Its own distress is its affair, too, whoever is sent.
            var incident = before.State((IncidentId)step.Target);
            Assert.True(incident.PanicUnitId == step.Actor.UnitId || incident.Assignments.Any(a => a.UnitId == step.Actor.UnitId));
        }

        if (step.Command is SignDirective or ReportOnDirective)
            Assert.Equal(step.Actor.UnitId, ((DirectiveState)before.State(step.Stream)).To.Unit);

        if (step.Bare is ReportProgress or SetDuty)
        {
            Assert.All(
                decision.Events.Where(h => h.Stream.Kind == StreamKind.Unit),
                h => Assert.Equal(step.Actor.UnitId!.Value.Stream, h.Stream));
        }
    });

    /// <summary>The keys of a station say what the rule says, while no directive has been over for 30 days.</summary>
    [Fact]
    public void A_station_finds_by_its_keys_the_incidents_that_it_may_read_and_no_other() => Days.CheckEnd(centre =>
    {
        foreach (var incident in centre.States.All.Values.OfType<IncidentState>().Where(i => i.Version > 0))
        {
            foreach (var station in new[] { "north", "south" })
            {
                Assert.Equal(
                    IncidentAccess.MayRead(centre.View(incident.Id), Cast.StationActor(station), centre.Now),
                    incident.Listing!.Keys.Contains(IncidentListing.Station(station))
                        || incident.Listing!.Keys.Contains(IncidentListing.Involved(station)));
            }
        }
    });

    // Every unit of the cast is registered before the day begins, and no limit of a directive warns yet.
    private static IEnumerable<string> Everything() =>
        new[] { StreamKind.Incident, StreamKind.Unit, StreamKind.Call, StreamKind.Directive }
            .SelectMany(stream => KnownKinds(stream).Select(kind => $"{stream} {kind}"))
            .Except([$"{StreamKind.Unit} {nameof(UnitRegistered)}", $"{StreamKind.Directive} {nameof(Tocsin.Directives.ClockWarning)}"])
            .Concat(Refused.Select(code => code.ToString()));

    private static ICollection<string> Met(Action<Action<Centre, Step, Decision, Centre>, Action<Centre>?> days)
    {
        var met = new ConcurrentDictionary<string, bool>();
        days(
            (_, _, decision, _) =>
            {
                met.TryAdd(decision.Refusal?.Code.ToString() ?? "", true);
                foreach (var decided in decision.Events)
                    met.TryAdd($"{decided.Stream.Kind} {EventCodec.Kind(decided.Event)}", true);
            },
            null);
        return met.Keys;
    }

    private static Dictionary<TKey, TRow> Newest<TRow, TKey>(Centre centre, Func<NarrowRows, List<TRow>> rows, Func<TRow, TKey> key)
        where TKey : notnull
    {
        var newest = new Dictionary<TKey, TRow>();
        foreach (var row in centre.Written.SelectMany(rows))
            newest[key(row)] = row;
        return newest;
    }

    private static IEnumerable<string> KnownKinds(StreamKind kind) =>
        StreamDefinitions.Catalogue.All.Single(d => d.Kind == kind).Events.Kinds;

    private static object Reread(DecidedEvent h) =>
        StreamDefinitions.Catalogue.Decode(h.Stream, EventCodec.Kind(h.Event), $$"""{"data":{{EventCodec.Encode(h.Event)}}}""");

    private static string Text(IStreamState state) => JsonSerializer.Serialize(state, state.GetType(), Whole);
}
