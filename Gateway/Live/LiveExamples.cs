using System.Text;
using Tocsin.Examples;
using Tocsin.Incidents;
using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>The examples of the board and the feed.</summary>
internal static class LiveExamples
{
    private const long Position = 1042;

    private static readonly BoardIncident Item = BoardIncident.Of(ExampleScene.Incident);

    /// <summary>A board with one incident and one unit; names of crews are never on it.</summary>
    public static BoardAnswer Board { get; } = new(
        "main-1", Position, ExampleScene.OnSceneAt, [Item], [ExampleScene.Unit with { Crew = null }]);

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
