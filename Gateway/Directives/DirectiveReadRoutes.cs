using Tocsin.Answers;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Directives;

/// <summary>The reads of directives.</summary>
internal static class DirectiveReadRoutes
{
    private static readonly EnumType<OverFilter> Status = EnumType.Of<OverFilter>();

    private static readonly ApiOperation List = new(
        "listDirectives",
        "List directives, newest issued first",
        """
        Open directives unless `status` says otherwise. `q` is looked for in number, text and address. A unit sees those to it and every
        `lookOut`, a station those to it and to its units, and what it issued. With the `incidentId` of an incident that it may read, a
        station sees all that hang on it: of others' what they are, from whom, to whom and how far they came, with `text` null and without
        reports, unless they are `shared`.
        """)
    {
        Tag = DirectiveRoutes.Tag,
        Answer = ApiAnswer.PageOf(() => DirectiveExamples.Directive),
        Query =
        [
            new("status", Status.Schema, "`open` (the default), `over` or `all`."),
            new("kind", CommonTypes.Word.Schema, "Only this kind."),
            ApiParameter.OfId<StationId>("station", "Only those to this station, or to a unit that was of this station then."),
            ApiParameter.OfId<UnitId>("unit", "Only those to this unit."),
            ApiParameter.OfId<IncidentId>("incidentId", "Only those that hang on this incident."),
            ApiParameter.OfId<DirectiveId>("group", "Only those that were issued together."),
            CommonParameters.Search,
            CommonParameters.From with { Description = "Only those issued at or after this time." },
            CommonParameters.To with { Description = "Only those issued before this time." },
            CommonParameters.Limit,
            CommonParameters.Cursor,
        ],
    };

    private static readonly ApiOperation Get = new(
        "getDirective", "Read a directive", "The directive as it is now. `If-None-Match` with its version answers 304.")
    {
        Tag = DirectiveRoutes.Tag,
        Answer = ApiAnswer.Of(() => DirectiveExamples.Directive),
        IsConditional = true,
        Problems = [404],
        Path = [DirectiveRoutes.Id],
    };

    /// <summary>Maps them.</summary>
    public static void MapDirectiveReads(this IEndpointRouteBuilder routes, Responder responder)
    {
        routes.MapList(responder, DirectiveRoutes.Base, List, Permission.ReadDirectives, request =>
        {
            var filter = FilterOf(request);
            return () => Reading(responder).List(filter, request.Reader);
        });
        routes.MapGet(responder, DirectiveRoutes.One, Get, Permission.ReadDirectives, request =>
        {
            var id = request.Path.Id<DirectiveId>("id");
            return () => Reading(responder).Get(id, request.Reader);
        });
        routes.MapTrail(
            responder,
            DirectiveRoutes.One,
            path => path.Id<DirectiveId>("id").Stream,
            ("getDirectiveTrail", DirectiveRoutes.Tag, "a directive", [DirectiveRoutes.Id]),
            Permission.ReadDirectives);
    }

    private static IDirectiveReadingGrain Reading(Responder responder) => responder.Grains.GetGrain<IDirectiveReadingGrain>(0);

    private static DirectiveFilter FilterOf(ReadRequest request)
    {
        var query = request.Query;
        var status = query.Word("status", Status) ?? OverFilter.Open;
        return new DirectiveFilter(
            status == OverFilter.All ? null : status == OverFilter.Open,
            query.Text("kind", GatewayLimits.WordMax),
            query.Id<StationId>("station"),
            query.Id<UnitId>("unit"),
            query.Id<IncidentId>("incidentId"),
            query.Id<DirectiveId>("group"),
            query.Text("q", GatewayLimits.SearchMax),
            query.Instant("from"),
            query.Instant("to"),
            query.Limit(),
            query.Cursor());
    }
}
