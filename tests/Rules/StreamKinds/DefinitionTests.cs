using System.Reflection;
using System.Text;
using System.Text.Json;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.StreamKinds;
using Tocsin.Tests.Rules.Deciding;
using Tocsin.Tests.Rules.Properties;

namespace Tocsin.Tests.Rules.StreamKinds;

/// <summary>The contract of every kind of stream: a kind that forgets a part of it fails here, and not in a centre.</summary>
public class DefinitionTests
{
    public static TheoryData<StreamKind> Kinds => [.. StreamDefinitions.Catalogue.All.Select(d => d.Kind)];

    /// <summary>Numbers and words are stored, in journals that exist: a line here is added, never changed and never removed.</summary>
    [Fact]
    public void Numbers_and_words_never_change()
    {
        var known = Enum.GetValues<StreamKind>()
            .Where(kind => kind is not (StreamKind.None or StreamKind.Unknown))
            .Select(kind => $"{(int)kind} {new StreamId(kind, "x")}");
        Assert.Equal(
            ["1 incident/x", "2 unit/x", "3 call/x", "4 station/x", "5 policy/x", "6 setting/x", "7 runCard/x", "8 directive/x"],
            known);
        Assert.Equal((0, 255), ((int)StreamKind.None, (int)StreamKind.Unknown));
    }

    /// <summary>Two streams that compare as one would be one in the sorted set of a command's gates.</summary>
    [Fact]
    public void Streams_of_two_kinds_never_compare_as_one()
    {
        var streams = StreamDefinitions.Catalogue.All.Select(d => new StreamId(d.Kind, "x")).ToList();
        Assert.Equal(streams.Count, new SortedSet<StreamId>(streams).Count);
    }

    [Fact]
    public void Every_kind_has_a_definition() => Assert.Equal(
        Enum.GetValues<StreamKind>().Except([StreamKind.None, StreamKind.Unknown]),
        StreamDefinitions.Catalogue.All.Select(d => d.Kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_command_of_the_family_has_a_use_case(StreamKind kind)
    {
        var cases = Of(kind).Cases;
        Assert.Equal(CommandsOf(cases.Family).Order(), cases.All.Select(c => c.Command.Name).Order());
        Assert.All(cases.All, c => Assert.True(c.Creates || !c.OnlyCreates, $"{c.Command.Name} only creates, and does not create."));
        Assert.All(
            cases.All,
            c => Assert.True(c.Facts is not null || c.Discard is null, $"{c.Command.Name} takes a fact back that it never had."));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_has_text_is_folded_and_counts_as_a_version(StreamKind kind)
    {
        var definition = Of(kind);
        var samples = CodecTests.SamplesOf(kind).ToList();
        Assert.Equal(definition.Events.Kinds.Order(), samples.Select(EventCodec.Kind).Distinct().Order());
        Assert.All(samples, happened => Assert.NotNull(TocsinJson.Options.GetTypeInfo(happened.GetType())));
        foreach (var happened in samples)
        {
            var state = definition.Initial("x").Apply(happened, Centre.Start);
            Assert.Equal((1, new StreamId(kind, "x")), (state.Version, state.Stream));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_thing_that_has_just_begun_has_a_view_and_somebody_may_read_it(StreamKind kind)
    {
        var definition = Of(kind);
        var state = definition.Initial("x").Apply(CodecTests.SamplesOf(kind).First(), Centre.Start);
        var board = state.ToBoard();
        Assert.Equal(definition.ViewCode, board.ViewCode);
        var row = new BoardRow(state.Stream, state.Version, new byte[32], new JournalPosition(1), board);
        Assert.True(definition.MayRead(row, new Actor("wang", Roles.Dispatcher), Centre.Start));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_has_clocks_can_correct_them(StreamKind kind)
    {
        var definition = Of(kind);
        var clocked = definition.Firing is not null;
        Assert.Equal(clocked, definition.Initial("x") is IClockedState);
        Assert.Equal(clocked, definition.Late is not null);
        Assert.Equal(clocked, typeof(INotedEvent).IsAssignableFrom(definition.Events.Root));
        if (definition.Firing is { } firing)
            Assert.Equal(firing.GetType(), definition.Cases.Of(firing).Command);
    }

    /// <summary>The OpenAPI document describes the items of a section by the type that the kind registers.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_stands_on_the_board_is_of_the_type_that_its_section_names(StreamKind kind)
    {
        var section = BoardSections.All.SingleOrDefault(s => s.Kind == kind).Section;
        Assert.Equal(Of(kind).Board.OnBoard, section is not null);
        if (section is null)
            return;
        var state = CodecTests.SamplesOf(kind).Take(2).Aggregate(Of(kind).Initial("x"), (s, happened) => s.Apply(happened, Centre.Start));
        var row = new BoardRow(state.Stream, state.Version, new byte[32], new JournalPosition(1), state.ToBoard());
        if (Of(kind).Board.Item!(row).Board is not { } board)
            return;
        var type = TocsinJson.Options.GetTypeInfo(section.Item);
        Assert.Equal(Encoding.UTF8.GetString(board), JsonSerializer.Serialize(JsonSerializer.Deserialize(board, type), type));
    }

    /// <summary>Audit, simulation and properties judge clocks by what their events say, and ask no kind.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_about_a_clock_says_which_and_what(StreamKind kind)
    {
        var definition = Of(kind);
        var said = CodecTests.SamplesOf(kind).OfType<IClockEvent>().ToList();
        Assert.Equal(
            definition.Events.Kinds.Where(k => k.StartsWith("Clock", StringComparison.Ordinal)).Order(),
            said.Select(EventCodec.Kind).Distinct().Order());
        Assert.All(said, e => Assert.Equal(
            e.Says,
            EventCodec.Kind(e) switch
            {
                "ClockWarning" => ClockEventKind.Warning,
                "ClockOverdue" => ClockEventKind.Overdue,
                "ClockEscalated" => ClockEventKind.Escalation,
                _ => ClockEventKind.Withdrawal,
            }));
        if (definition.Firing is not null)
            Assert.Empty(new[] { ClockEventKind.Overdue, ClockEventKind.Withdrawal }.Except(said.Select(e => e.Says)));
    }

    /// <summary>What a decision leads to is what its events come to, read back from their text.</summary>
    [Fact]
    public void A_decided_state_equals_the_state_folded_from_its_events() => Days.Check((before, _, decision, after) =>
    {
        foreach (var stream in decision.Events.Select(e => e.Stream).Distinct())
        {
            var folded = decision.Events.Where(e => e.Stream == stream)
                .Aggregate(before.State(stream), (state, e) => state.Apply(Reread(e), e.OccurredAt));
            Assert.Equal(after.State(stream).ToBoard(), folded.ToBoard());
        }
    });

    private static object Reread(DecidedEvent e) =>
        StreamDefinitions.Catalogue.Decode(e.Stream, EventCodec.Kind(e.Event), $$"""{"data":{{EventCodec.Encode(e.Event)}}}""");

    private static StreamDefinition Of(StreamKind kind) => StreamDefinitions.Catalogue.All.Single(d => d.Kind == kind);

    // The contract's commands, and those that the system gives itself.
    private static IEnumerable<string> CommandsOf(Type family) =>
        new[] { family.Assembly, Assembly.GetAssembly(typeof(StreamDefinitions))! }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(family) && !type.IsAbstract)
            .Select(type => type.Name);
}
