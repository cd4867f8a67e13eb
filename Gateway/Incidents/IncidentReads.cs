using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Reading;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The reads of incidents.</summary>
internal static class IncidentReads
{
    private const string Base = Edge.BasePath + "/incidents";

    // What is asked for, as the filter has it: all is no restriction.
    private static readonly WordKind<OpenFilter> Status = Words.Of<OpenFilter>();

    /// <summary>Maps them.</summary>
    public static void MapIncidentReads(this IEndpointRouteBuilder routes, Edge edge)
    {
        routes.MapRoute(HttpMethods.Get, Base, http => List(http, edge), new ApiRoute("Incidents, newest received first")
        {
            Tag = "Incidents",
            Answer = typeof(IncidentView),
            IsPage = true,
            Query = [new("status", () => Status.Schema(), "Default open."), CommonParameters.Search, CommonParameters.From, CommonParameters.To, CommonParameters.Limit, CommonParameters.Cursor],
        }, Deed.ReadIncidents);
        routes.MapRoute(HttpMethods.Get, Base + "/{id}", http => Get(http, edge), new ApiRoute("An incident as it stands, or as it was known")
        {
            Tag = "Incidents",
            Answer = typeof(IncidentView),
            IsConditional = true,
            Problems = [404],
            Query = [new("at", CommonKinds.Instant.Schema, "As it was known at this instant.")],
        }, Deed.ReadIncidents);
        routes.MapTrail(edge, Base, StreamKind.Incident, "Incidents", Deed.ReadIncidentTrail);
    }

    private static Task List(HttpContext http, Edge edge)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("status", "q", "from", "to", "limit", "cursor");
        var status = query.Word("status", Status) ?? OpenFilter.Open;
        var filter = new IncidentFilter(
            status == OpenFilter.All ? null : status == OpenFilter.Open,
            query.Text("q", EdgeLimits.SearchMax), query.Instant("from"), query.Instant("to"), query.Limit(), query.Cursor());
        var reader = Edge.ActorOf(http, Deed.ReadIncidents);
        return edge.AnswerPage(http, errors, reading => reading.ListIncidents(filter, reader));
    }

    private static Task Get(HttpContext http, Edge edge)
    {
        if (!PathIds.AreGood(http))
            return edge.Refuse(http, Problem.NotFound);
        var errors = new FieldErrors();
        var at = new QueryReader(http, errors).Only("at").Instant("at");
        var id = http.Request.RouteValues.Id<IncidentId>("id");
        var reader = Edge.ActorOf(http, Deed.ReadIncidents);
        return edge.AnswerThing(http, conditional: true, errors, reading => reading.GetIncident(id, at, reader));
    }
}
