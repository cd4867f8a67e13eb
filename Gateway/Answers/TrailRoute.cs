using System.Globalization;
using Microsoft.Net.Http.Headers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>Trails: <c>GET …/{id}/trail</c>, as events, or line by line as they were hashed.</summary>
internal static class TrailRoute
{
    /// <summary>Maps the trail of things of a kind.</summary>
    public static void MapTrail(this IEndpointRouteBuilder routes, Edge edge, string things, StreamKind kind, string tag, Deed permission) =>
        routes.MapTrail(edge, things + "/{id}", path => new StreamId(kind, path.Text("id")), tag, permission);

    /// <summary>Maps the trail of one thing.</summary>
    public static void MapTrail(this IEndpointRouteBuilder routes, Edge edge, string thing, Func<RouteValueDictionary, StreamId> stream, string tag, Deed permission) =>
        routes.MapRoute(HttpMethods.Get, thing + "/trail", http => Get(http, edge, stream, permission), new ApiRoute("Everything that ever happened to it")
        {
            Tag = tag,
            AnswerSchema = EventSchemas.Event,
            IsPage = true,
            Problems = [404],
            Query = CommonParameters.Trail,
            OtherMedia = [AnswerWriter.JsonLines],
        }, permission);

    private static Task Get(HttpContext http, Edge edge, Func<RouteValueDictionary, StreamId> streamOf, Deed permission)
    {
        if (!PathIds.AreGood(http))
            return edge.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("after", "limit", "cursor");
        var after = Position(query, "after", errors) ?? 0;
        var cursor = Position(query, "cursor", errors) ?? 0;
        var limit = query.Limit();
        var lines = WantsLines(http);
        var reader = Edge.ActorOf(http, permission);
        var stream = streamOf(http.Request.RouteValues);
        return edge.AnswerPage(http, errors, reading => reading.Trail(stream, new JournalPosition(Math.Max(after, cursor)), limit, lines, reader), lines);
    }

    private static long? Position(QueryReader query, string name, FieldErrors errors)
    {
        if (query.One(name) is not { } text)
            return null;
        if (text.Length <= EdgeLimits.CursorMax && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value;
        errors.AddBelow(name, ErrorCodes.Malformed, "must be a position: a whole number, 0 or more");
        return null;
    }

    private static bool WantsLines(HttpContext http)
    {
        foreach (var accept in http.Request.Headers.Accept)
        {
            if (accept is null || !MediaTypeHeaderValue.TryParseList([accept], out var types))
                continue;
            foreach (var type in types)
            {
                if (type.MediaType.Equals(AnswerWriter.JsonLines, StringComparison.OrdinalIgnoreCase) && type.Quality != 0)
                    return true;
            }
        }
        return false;
    }
}
