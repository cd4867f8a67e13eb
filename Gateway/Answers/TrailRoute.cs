using Tocsin.Csv;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>Trails: <c>GET …/trail</c>, as events, or line by line as they were hashed.</summary>
internal static class TrailRoute
{
    private const string ExampleHash = "8f14e45fceea167a5a36dedd4bea2543c1a0b6f7d2e98c3b04a1f5d6e7c8b9a0";

    private const string Description =
        """
        Every event of this thing, oldest first, `limit` at a time. With `Accept: application/x-ndjson` the answer has a line
        `{"hash", "line"}` for each event, by which anyone can check the hash chain; with `Accept: text/csv` a row, with its data as JSON
        text. The header `Tocsin-Next` then holds the next cursor.
        """;

    /// <summary>Maps the trail of one thing.</summary>
    /// <param name="routes">Where it is mapped.</param>
    /// <param name="responder">Answers.</param>
    /// <param name="thing">The path of the thing.</param>
    /// <param name="stream">The thing's stream of events.</param>
    /// <param name="described">The operation's id and tag, what the thing is called, and the parameters of its path.</param>
    /// <param name="permission">The permission that it needs.</param>
    public static void MapTrail(
        this IEndpointRouteBuilder routes,
        Responder responder,
        string thing,
        Func<RouteValueDictionary, StreamId> stream,
        (string Id, string Tag, string Thing, ApiParameter[] Path) described,
        Permission permission)
    {
        var operation = new ApiOperation(described.Id, $"Read every event of {described.Thing}", Description)
        {
            Tag = described.Tag,
            Cost = static _ => RequestCosts.List,
            Answer = ApiAnswer.PageOf(ExampleEvent) with { Others = [(AnswerWriter.JsonLines, Lines)] },
            Path = described.Path,
            Problems = described.Path.Length > 0 ? [404] : [],
            Query = CommonParameters.Trail,
        };
        routes.MapOperation(
            HttpMethods.Get,
            thing + "/trail",
            http => Get(http, responder, stream, permission),
            operation.OrAs(TrailCsv.Table),
            permission);
    }

    /// <summary>An event of a trail, for the published document.</summary>
    internal static TrailEvent ExampleEvent() => new(
        1042,
        ExampleScene.IncidentId.Stream.ToString(),
        3,
        nameof(NoteAdded),
        ExampleScene.ReceivedAt,
        ExampleScene.ReceivedAt.AddMilliseconds(12),
        new TrailActor("wang", "dispatcher", null),
        "0b6d0a52-3c0e-4a7e-9f4e-5a0d3f1c2b78",
        ExampleJson.FieldsOf(new NoteAdded("The caller waits at the corner.")),
        ExampleHash);

    private static Task Get(HttpContext http, Responder responder, Func<RouteValueDictionary, StreamId> streamOf, Permission permission)
    {
        if (!PathIds.AreGood(http))
            return responder.Refuse(http, Problem.NotFound);
        if (Accepted.Of(http, AnswerWriter.Json, AnswerWriter.JsonLines, CsvTable.Media) is not { } media)
            return responder.Refuse(http, Problem.NotAcceptable);
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("after", "limit", "cursor");
        var after = query.Position("after") ?? 0;
        var cursor = query.Position("cursor") ?? 0;
        var (start, limit) = (new JournalPosition(Math.Max(after, cursor)), query.Limit());
        var lines = media == AnswerWriter.JsonLines;
        var table = media == CsvTable.Media ? TrailCsv.Table : null;
        var reader = Responder.ActorOf(http, permission);
        var stream = streamOf(http.Request.RouteValues);
        return responder.AnswerPage(http, errors, () => responder.Reading.Trail(stream, start, limit, lines, reader), lines, table: table);
    }

    private static string Lines() => ExampleJson.TextOf(new TrailLine(ExampleHash, ExampleJson.TextOf(ExampleEvent()))) + "\n";
}
