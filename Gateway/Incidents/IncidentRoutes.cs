using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.OpenApi;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The commands to incidents: <c>/api/v1/incidents</c>.</summary>
internal static class IncidentRoutes
{
    private const string Base = Edge.BasePath + "/incidents";

    /// <summary>Maps them.</summary>
    public static void MapIncidents(this IEndpointRouteBuilder routes, Edge edge)
    {
        var (post, patch, delete) = (HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete);
        Map(routes, edge, post, "", CreateIncidentBody.Kind, "Make an incident; with a call, dispose of that call in the same act", [Deed.CreateIncidents], makes: true);
        Map(routes, edge, patch, "/{id}", ChangeIncidentBody.Kind, "Change fields, each by itself", [Deed.ChangeIncidents]);
        Map(routes, edge, post, "/{id}/notes", AddNoteBody.Kind, "Add a note", [Deed.AddNotes]);
        Map(routes, edge, post, "/{id}/assignments", AssignUnitsBody.Kind, "Assign units: all or none, or those that are free", [Deed.Assign]);
        Map(routes, edge, post, "/{id}/assignments/{unitId}/progress", ReportProgressBody.Kind, "Report a stage of an assignment", [Deed.ReportProgress, Deed.Decline, Deed.Assign], (c, path) => c with { UnitId = path.Id<UnitId>("unitId") }, ReportProgressBody.PermissionFor);
        Map(routes, edge, post, "/{id}/diversions", DivertUnitBody.Kind, "Take a unit off this incident and onto another, in one act", [Deed.Assign], answer: typeof(DiversionAnswer));
        Map(routes, edge, post, "/{id}/feedback", GiveFeedbackBody.Kind, "Report what a unit found and did", [Deed.GiveFeedback]);
        Map(routes, edge, post, "/{id}/corrections", CorrectStageBody.Kind, "Put a wrong time right, or take a wrong press away", [Deed.Correct]);
        Map(routes, edge, post, "/{id}/closure", CloseIncidentBody.Kind, "Close it", [Deed.Close]);
        Map(routes, edge, post, "/{id}/reopening", ReopenIncidentBody.Kind, "Open a closed one again", [Deed.Close]);
        Map(routes, edge, post, "/{id}/links", AddLinkBody.Kind, "Link it to another incident", [Deed.ChangeIncidents]);
        Map<RemoveLink>(routes, edge, delete, "/{id}/links/{incidentId}", null, "Take a link away", [Deed.ChangeIncidents], (_, path) => new RemoveLink(path.Id<IncidentId>("incidentId")));
    }

    private static void Map<T>(
        IEndpointRouteBuilder routes,
        Edge edge,
        string method,
        string pattern,
        Kind<T>? body,
        string summary,
        Deed[] any,
        Func<T, RouteValueDictionary, T>? complete = null,
        Func<T, Deed>? narrow = null,
        Type? answer = null,
        bool makes = false)
        where T : IncidentCommand
    {
        var route = new CommandRoute<T>(edge, any[0], body, static (grains, id, command, context) => grains.GetKnown<IIncidentGrain>(id).Execute(command, context))
        {
            Complete = complete,
            Narrow = narrow,
            Makes = makes ? StreamKind.Incident : null,
            Location = makes ? Base + "/" : null,
        };
        routes.MapCommand(method, Base + pattern, route, body, new ApiRoute(summary)
        {
            Tag = "Incidents",
            Answer = answer ?? typeof(IncidentView),
            Statuses = [makes ? 201 : 200],
            Problems = [404, 409, 412, 422],
        }, any);
    }
}
