using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Reading;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The reads of incidents.</summary>
internal static class IncidentReads
{
    private static readonly EnumType<OpenFilter> Status = EnumType.Of<OpenFilter>();

    private static readonly ApiOperation List = new(
        "listIncidents",
        "List incidents",
        """
        Open incidents unless `status` says otherwise, newest received first unless `sort` says otherwise. All parameters hold at once. `q`
        is looked for in number, address, category, narrative and reference. A unit sees the incidents that it is or was assigned to within
        24 h, a station its own.
        """)
    {
        Tag = IncidentRoute.Tag,
        Answer = ApiAnswer.PageOf(() => ExampleScene.Incident),
        Query =
        [
            new("status", Status.Schema, "`open` (the default), `closed` or `all`."),
            CommonParameters.Search,
            CommonParameters.From,
            CommonParameters.To,
            .. IncidentQuery.Parameters,
            CommonParameters.Limit,
            CommonParameters.Cursor,
        ],
    };

    private static readonly ApiOperation Get = new(
        "getIncident",
        "Read an incident",
        """
        The incident as it is now or, with `at`, as it was known at that time; 404 before it was created. The caller's number is null for
        roles that may not see it. `If-None-Match` with its version answers 304.
        """)
    {
        Tag = IncidentRoute.Tag,
        Answer = IncidentRoute.Answer,
        IsConditional = true,
        Problems = [404],
        Path = [IncidentRoute.Id],
        Query = [new("at", CommonTypes.Instant.Schema, "As it was known at this time; absent: now.")],
    };

    private static readonly ApiOperation Notes = new(
        "listIncidentNotes",
        "List the notes on an incident and the changes of it",
        """
        The events `NoteAdded` and `IncidentChanged`, newest first, as the trail shows them. Whoever may read the incident may read them: a
        unit that is sent there later reads what was noted before.
        """)
    {
        Tag = IncidentRoute.Tag,
        Answer = ApiAnswer.PageOf(TrailRoute.ExampleEvent),
        Problems = [404],
        Path = [IncidentRoute.Id],
        Query = [CommonParameters.Limit, CommonParameters.Cursor],
    };

    /// <summary>Maps them.</summary>
    public static void MapIncidentReads(this IEndpointRouteBuilder routes, Responder responder)
    {
        routes.MapList(responder, IncidentRoute.Base, List, Permission.ReadIncidents, request =>
        {
            var filter = FilterOf(request);
            return () => responder.Reading.ListIncidents(filter, request.Reader);
        }, table: IncidentCsv.Table);
        routes.MapGet(responder, IncidentRoute.One, Get, Permission.ReadIncidents, request =>
        {
            var (id, at) = (request.Path.Id<IncidentId>("id"), request.Query.Instant("at"));
            return () => responder.Reading.GetIncident(id, at, request.Reader);
        }, table: IncidentCsv.Table);
        routes.MapList(responder, IncidentRoute.One + "/notes", Notes, Permission.ReadIncidents, request =>
        {
            var (id, limit, cursor) = (request.Path.Id<IncidentId>("id"), request.Query.Limit(), request.Query.Cursor());
            return () => responder.Reading.Notes(id, limit, cursor, request.Reader);
        });
        routes.MapTrail(
            responder,
            IncidentRoute.One,
            path => path.Id<IncidentId>("id").Stream,
            ("getIncidentTrail", IncidentRoute.Tag, "an incident", [IncidentRoute.Id]),
            Permission.ReadIncidentTrail);
    }

    private static IncidentFilter FilterOf(ReadRequest request)
    {
        var query = request.Query;
        var valid = query.Truth("valid");
        var status = query.Word("status", Status) ?? (valid is null ? OpenFilter.Open : OpenFilter.Closed);
        var (near, radius) = IncidentQuery.Near(query, request.Errors);
        return new IncidentFilter(
            status == OpenFilter.All ? null : status == OpenFilter.Open,
            query.Text("q", GatewayLimits.SearchMax),
            query.Instant("from"),
            query.Instant("to"),
            query.Limit(),
            query.Cursor())
        {
            Station = query.Text("station", GatewayLimits.WordMax),
            Category = query.Text("category", GatewayLimits.WordMax),
            Priority = query.Number("priority", GatewayLimits.PriorityMin, GatewayLimits.PriorityMax),
            Unit = query.Id<UnitId>("unit"),
            Disposition = query.Text("disposition", GatewayLimits.WordMax),
            Valid = valid,
            Unattended = query.Flag("unattended"),
            Near = near,
            Radius = radius,
            Sort = query.Word("sort", IncidentQuery.Sort) ?? IncidentSort.Received,
        };
    }
}
