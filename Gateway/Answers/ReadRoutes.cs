using Tocsin.Csv;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Answers;

/// <summary>
/// Maps the reads of a resource: one thing, a list of things. The ids of the path and the query are checked here, the query against the
/// parameters that the operation describes; a feature says only which parameters it takes and what it reads.
/// </summary>
internal static class ReadRoutes
{
    /// <summary>Maps the read of one thing.</summary>
    /// <param name="routes">Where it is mapped.</param>
    /// <param name="responder">Answers.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="operation">Its description.</param>
    /// <param name="permission">The permission that it needs.</param>
    /// <param name="read">Takes the parameters of a request, and returns what reads the thing.</param>
    /// <param name="before">Runs before each read; null: nothing does.</param>
    /// <param name="table">The answer as a table, for <c>Accept: text/csv</c>; null: it has none.</param>
    public static void MapGet(
        this IEndpointRouteBuilder routes,
        Responder responder,
        string pattern,
        ApiOperation operation,
        Permission permission,
        Func<ReadRequest, Func<Task<Thing>>> read,
        Func<Task>? before = null,
        CsvTable? table = null) =>
        routes.MapRead(responder, pattern, operation, permission, before, table, (http, request, asked) =>
        {
            var reading = read(request);
            return responder.AnswerThing(http, operation.IsConditional, request.Errors, reading, asked);
        });

    /// <summary>Maps the read of a list, page by page.</summary>
    /// <param name="routes">Where it is mapped.</param>
    /// <param name="responder">Answers.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="operation">Its description.</param>
    /// <param name="permission">The permission that it needs.</param>
    /// <param name="read">Takes the parameters of a request, and returns what reads the page.</param>
    /// <param name="before">Runs before each read; null: nothing does.</param>
    /// <param name="table">The answer as a table, for <c>Accept: text/csv</c>; null: it has none.</param>
    public static void MapList(
        this IEndpointRouteBuilder routes,
        Responder responder,
        string pattern,
        ApiOperation operation,
        Permission permission,
        Func<ReadRequest, Func<Task<ThingPage>>> read,
        Func<Task>? before = null,
        CsvTable? table = null) =>
        routes.MapRead(
            responder,
            pattern,
            operation with { Cost = static _ => RequestCosts.List },
            permission,
            before,
            table,
            (http, request, asked) => responder.AnswerPage(http, request.Errors, read(request), table: asked));

    private static void MapRead(
        this IEndpointRouteBuilder routes,
        Responder responder,
        string pattern,
        ApiOperation operation,
        Permission permission,
        Func<Task>? before,
        CsvTable? table,
        Func<HttpContext, ReadRequest, CsvTable?, Task> answer)
    {
        string[] parameters = [.. operation.Query.Select(q => q.Name)];
        string[] offered = table is null ? [AnswerWriter.Json] : [AnswerWriter.Json, CsvTable.Media];
        routes.MapOperation(HttpMethods.Get, pattern, Run, operation.OrAs(table), permission);

        async Task Run(HttpContext http)
        {
            if (!PathIds.AreGood(http))
            {
                await responder.Refuse(http, Problem.NotFound);
                return;
            }
            if (Accepted.Of(http, offered) is not { } media)
            {
                await responder.Refuse(http, Problem.NotAcceptable);
                return;
            }
            var errors = new FieldErrors();
            var query = new QueryReader(http, errors).Only(parameters);
            var request = new ReadRequest(http.Request.RouteValues, query, errors, Responder.ActorOf(http, permission));
            if (before is not null)
                await before();
            await answer(http, request, media == CsvTable.Media ? table : null);
        }
    }
}
