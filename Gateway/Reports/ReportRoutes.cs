using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Reports;

/// <summary>Reports: <c>/api/v1/reports</c>.</summary>
internal static class ReportRoutes
{
    private static readonly WordKind<GroupBy> Groups = Words.Of<GroupBy>();
    private static readonly WordKind<SummaryBy> Summaries = Words.Of<SummaryBy>();

    /// <summary>Maps them.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes, Edge edge)
    {
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/reports/response-times", http => ResponseTimes(http, edge), new ApiRoute("Response times of the incidents received in a time of at most 400 days")
        {
            Tag = "Reports",
            Answer = typeof(ResponseTimesReport),
            Query = [CommonParameters.From with { Required = true }, CommonParameters.To with { Required = true }, new("groupBy", () => Groups.Schema(), "By what; default priority.")],
        }, Deed.ReadReports);
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/reports/summary", http => Summary(http, edge), new ApiRoute("What came in and what came of it, in a time of at most 400 days")
        {
            Tag = "Reports",
            Answer = typeof(SummaryReport),
            Query = [CommonParameters.From with { Required = true }, CommonParameters.To with { Required = true }, new("groupBy", () => Summaries.Schema(), "By what; default month.")],
        }, Deed.ReadReports);
    }

    private static Task ResponseTimes(HttpContext http, Edge edge) =>
        Report(http, edge, Groups, GroupBy.Priority, (grain, from, to, by) => grain.ResponseTimes(from, to, by));

    private static Task Summary(HttpContext http, Edge edge) =>
        Report(http, edge, Summaries, SummaryBy.Month, (grain, from, to, by) => grain.Summary(from, to, by));

    private static async Task Report<T>(
        HttpContext http, Edge edge, WordKind<T> words, T byDefault, Func<IReportingGrain, DateTimeOffset, DateTimeOffset, T, Task<string>> ask)
        where T : struct, Enum
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("from", "to", "groupBy");
        var (from, to) = (query.RequiredInstant("from"), query.RequiredInstant("to"));
        var groupBy = query.Word("groupBy", words) ?? byDefault;
        if (!errors.Any && from >= to)
            errors.AddBelow("to", ErrorCodes.OutOfRange, "must be after from");
        else if (!errors.Any && to - from > EdgeLimits.ReportMax)
            errors.AddBelow("to", ErrorCodes.OutOfRange, "must be at most 400 days after from");
        if (errors.Any)
        {
            await edge.Refuse(http, Problem.Invalid(errors));
            return;
        }
        var report = await edge.Caller.Call(CallPolicy.Report, _ => ask(edge.Grains.GetGrain<IReportingGrain>(0), from, to, groupBy), http.RequestAborted);
        AnswerWriter.MarkPrivate(http);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, report);
    }
}
