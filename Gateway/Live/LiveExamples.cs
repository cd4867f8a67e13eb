using System.Text;
using System.Text.Json.Nodes;
using Tocsin.Directives;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>The examples of the board and the feed.</summary>
internal static class LiveExamples
{
    private const long Position = 1042;

    private static readonly BoardIncident Item = BoardIncident.Of(ExampleScene.Incident);

    /// <summary>A board with one thing in each section; names of crews are never on it.</summary>
    public static JsonNode Board()
    {
        var board = ExampleJson.Of(new BoardAnswer("main-1", Position, ExampleScene.OnSceneAt)).AsObject();
        foreach (var (kind, section) in BoardSections.All)
            board[section.Name] = new JsonArray(ItemOf(kind));
        return board;
    }

    private static JsonNode ItemOf(StreamKind kind) => kind switch
    {
        StreamKind.Incident => ExampleJson.Of(Item),
        StreamKind.Unit => ExampleJson.Of(ExampleScene.Unit with { Crew = null }),
        StreamKind.Directive => ExampleJson.Of(DirectiveExamples.Directive.OnBoard()),
        _ => throw new InvalidOperationException($"There is no example of what the board shows of the kind {kind}."),
    };

    /// <summary>What a client reads on the feed: an event, and then the position that has been passed.</summary>
    public static string Feed()
    {
        var json = ExampleJson.Of(new
        {
            position = Position,
            stream = ExampleScene.IncidentId.Stream.ToString(),
            version = Item.Version,
            kind = nameof(UnitOnScene),
            occurredAt = ExampleScene.OnSceneAt,
            recordedAt = ExampleScene.OnSceneAt,
            data = new UnitOnScene(ExampleScene.UnitId, null, Late: false),
        });
        var happened = new LiveEvent(
            new JournalPosition(Position),
            ExampleScene.IncidentId.Stream,
            Item.Version,
            nameof(UnitOnScene),
            ExampleScene.OnSceneAt,
            Encoding.UTF8.GetBytes(json.ToJsonString()));
        var view = Encoding.UTF8.GetBytes(ExampleJson.TextOf(Item));
        return Encoding.UTF8.GetString([.. FrameText.Event(happened, view), .. FrameText.Passed(Position + 3)]);
    }
}
