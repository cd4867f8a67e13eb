using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Csv;
using Tocsin.JsonBodies;
using Tocsin.Limits;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Reports;

/// <summary>Reports: <c>/api/v1/reports</c>.</summary>
internal static class ReportRoutes
{
    private static readonly CostlyRead Costly = new("reports", GatewayLimits.ReportsAtOnce);
    private static readonly EnumType<GroupBy> Groups = EnumType.Of<GroupBy>();
    private static readonly EnumType<SummaryBy> SummaryGroups = EnumType.Of<SummaryBy>();
    private static readonly EnumType<ReportInterval> Intervals = EnumType.Of<ReportInterval>();
    private static readonly EnumType<IntervalFilter> Filters = EnumType.Of<IntervalFilter>();

    private static readonly ApiOperation GetResponseTimes = new(
        "getResponseTimes",
        "Report response times",
        """
        Counts, means and percentiles (nearest rank) of six intervals, in seconds, of the incidents received in a time of at most 400
        days; exercises are left out. Negative intervals, from wrong clocks, are counted in `negative` and nowhere else; others with an end
        that lies before its assignment in `suspect` and nowhere else. Intervals that began and whose end did not come are counted in
        `never` (a later stage, the end of the assignment or the closing came instead, or the limit is over) and `open` (it may still
        come); `withinTarget` counts them as missed once their limit is over. It may take up to a minute.
        """)
    {
        Tag = "Reports",
        Cost = static _ => RequestCosts.Report,
        Answer = ApiAnswer.Of(() => ReportExamples.ResponseTimes),
        Query = Parameters(new("groupBy", Groups.Schema, "How incidents are grouped; default `priority`.")),
    };

    private static readonly ApiOperation ListIntervals = new(
        "listReportedIntervals",
        "List the incidents behind a figure of the response times",
        """
        The intervals that the report counts, each with its incident and, for an assignment's, its unit; newest received first. `key` is
        that of a group of the report, absent: of all. With the same parameters there are as many as the report says. It may take up to a
        minute.
        """)
    {
        Tag = "Reports",
        Cost = static _ => RequestCosts.Report,
        Answer = ApiAnswer.PageOf(() => ReportExamples.Interval),
        Query =
        [
            .. Parameters(new("groupBy", Groups.Schema, "How incidents are grouped; default `priority`.")),
            new("key", () => CommonParameters.Text(GatewayLimits.WordMax), "Only those of this group; absent: of all."),
            new ApiParameter("interval", Intervals.Schema, "Which interval.") { Required = true },
            new("show", Filters.Schema, "Which of them: `late` took longer than the limit, ended or not; default `all`."),
            CommonParameters.Limit,
            CommonParameters.Cursor,
        ],
    };

    private static readonly ApiOperation GetSummary = new(
        "getSummary",
        "Report calls, incidents and their results",
        """
        Calls by disposition, incidents by priority, class and category, results of feedback and the three clocks, of a time of at most
        400 days; exercises are left out. It may take up to a minute.
        """)
    {
        Tag = "Reports",
        Cost = static _ => RequestCosts.Report,
        Answer = ApiAnswer.Of(() => ReportExamples.Summary),
        Query = Parameters(new("groupBy", SummaryGroups.Schema, "How they are grouped; default `month`.")),
    };

    /// <summary>Maps them.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes, Responder responder)
    {
        const string Base = ApiOperation.BasePath + "/reports";
        routes.MapOperation(
            HttpMethods.Get,
            Base + "/response-times",
            http => ResponseTimes(http, responder),
            GetResponseTimes.OrAs(ReportCsv.ResponseTimes),
            Permission.ReadReports);
        routes.MapOperation(
            HttpMethods.Get, Base + "/response-times/incidents", http => Behind(http, responder), ListIntervals, Permission.ReadReports);
        routes.MapOperation(
            HttpMethods.Get,
            Base + "/summary",
            http => Summary(http, responder),
            GetSummary.OrAs(ReportCsv.Summary),
            Permission.ReadReports);
    }

    private static ApiParameter[] Parameters(ApiParameter groupBy) =>
        [CommonParameters.From with { Required = true }, CommonParameters.To with { Required = true }, groupBy];

    private static Task ResponseTimes(HttpContext http, Responder responder) =>
        Report(
            http,
            responder,
            Groups,
            GroupBy.Priority,
            ReportCsv.ResponseTimes,
            (grain, from, to, by, gone) => grain.ResponseTimes(from, to, by, gone));

    private static Task Summary(HttpContext http, Responder responder) =>
        Report(
            http,
            responder,
            SummaryGroups,
            SummaryBy.Month,
            ReportCsv.Summary,
            (grain, from, to, by, gone) => grain.Summary(from, to, by, gone));

    private static Task Behind(HttpContext http, Responder responder)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("from", "to", "groupBy", "key", "interval", "show", "limit", "cursor");
        var (from, to) = SpanOf(query, errors);
        if (query.One("interval") is null)
            errors.AddBelow("interval", ErrorCodes.Required, "is missing");
        var asked = new ReportedIntervalQuery(
            from,
            to,
            query.Word("groupBy", Groups) ?? GroupBy.Priority,
            query.Text("key", GatewayLimits.WordMax),
            query.Word("interval", Intervals) ?? ReportInterval.Processing,
            query.Word("show", Filters) ?? IntervalFilter.All,
            query.Limit(),
            query.Cursor());
        var read = responder.Costly.Of(
            http, Costly, (key, gone) => responder.Grains.GetGrain<IReportingGrain>(key).Intervals(asked, gone));
        return responder.AnswerPage(http, errors, read, policy: CallPolicy.Report);
    }

    private static (DateTimeOffset From, DateTimeOffset To) SpanOf(QueryReader query, FieldErrors errors)
    {
        var (from, to) = (query.RequiredInstant("from"), query.RequiredInstant("to"));
        if (!errors.Any && from >= to)
            errors.AddBelow("to", ErrorCodes.OutOfRange, "must be after from");
        else if (!errors.Any && to - from > GatewayLimits.ReportMax)
            errors.AddBelow("to", ErrorCodes.OutOfRange, "must be at most 400 days after from");
        return (from, to);
    }

    private static async Task Report<T>(
        HttpContext http,
        Responder responder,
        EnumType<T> words,
        T byDefault,
        CsvTable table,
        Func<IReportingGrain, DateTimeOffset, DateTimeOffset, T, CancellationToken, Task<string>> read)
        where T : struct, Enum
    {
        if (Accepted.Of(http, AnswerWriter.Json, CsvTable.Media) is not { } media)
        {
            await responder.Refuse(http, Problem.NotAcceptable);
            return;
        }
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("from", "to", "groupBy");
        var (from, to) = SpanOf(query, errors);
        var groupBy = query.Word("groupBy", words) ?? byDefault;
        if (errors.Any)
        {
            await responder.Refuse(http, Problem.Invalid(errors));
            return;
        }
        var call = responder.Costly.Of(
            http, Costly, (key, gone) => read(responder.Grains.GetGrain<IReportingGrain>(key), from, to, groupBy, gone));
        var report = await responder.Caller.Call(CallPolicy.Report, _ => call(), http.RequestAborted);
        AnswerWriter.MarkPrivate(http);
        await (media == CsvTable.Media
            ? responder.Csv.Write(http, table, [report], next: null)
            : AnswerWriter.Write(http, StatusCodes.Status200OK, report));
    }
}
