using Tocsin.Answers;
using Tocsin.Calls;
using Tocsin.Directives;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Queries;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Quality;

/// <summary>Reviews 质检 of incidents and calls, and what is drawn for them.</summary>
internal static class ReviewRoutes
{
    private const int SizeDefault = 20;

    private static readonly ApiParameter Call = ApiParameter.OfId<CallId>("id", "The call.");

    private static readonly ApiOperation Sample = new(
        "getReviewSample",
        "Draw what to review of a day",
        """
        Some incidents and some calls that are on none, received on that day (`Tocsin:TimeZone`), no exercises. They are drawn by their ids
        alone: the sample of a day that is over is the same for everybody and each time, and a larger one begins with a smaller. Whether a
        thing was reviewed already says the thing itself.
        """)
    {
        Tag = IncidentRoute.Tag,
        Answer = ApiAnswer.PageOf(() => new SampleView(ExampleScene.IncidentId, null, ExampleScene.Incident.Number)),
        Query =
        [
            new("day", QueryReader.DaySchema, "The day, such as `2026-01-31`.", Required: true),
            new("size", new WholeNumberType(1, QualityLimits.SampleMax).Schema, $"How many; default {SizeDefault}."),
        ],
    };

    /// <summary>Maps them.</summary>
    public static void MapReviews(this IEndpointRouteBuilder routes, Responder responder)
    {
        var incident = new CommandRoute<ReviewIncident>(
            responder,
            [Permission.CheckQuality],
            ReviewBodies.Of("ReviewIncident", (content, at) => new ReviewIncident(default, content, at)),
            IncidentRoute.Send)
        {
            AddDerivedIds = static (command, id) => command with { DirectiveId = Derived(id) },
        };
        routes.MapCommand(
            HttpMethods.Post,
            IncidentRoute.One + "/reviews",
            incident,
            Review("Incident", "an incident", IncidentRoute.Tag, IncidentRoute.Answer, IncidentRoute.Id));
        var call = new CommandRoute<ReviewCall>(
            responder,
            [Permission.CheckQuality],
            ReviewBodies.Of("ReviewCall", (content, at) => new ReviewCall(default, content, at)),
            static (grains, id, command, context) => grains.GetKnown<ICallGrain>(id).Execute(command, context))
        {
            AddDerivedIds = static (command, id) => command with { DirectiveId = Derived(id) },
        };
        routes.MapCommand(
            HttpMethods.Post,
            ApiOperation.BasePath + "/calls/{id}/reviews",
            call,
            Review("Call", "a call", "Calls", ApiAnswer.Of(() => ExampleScene.Call), Call));
        routes.MapList(responder, ApiOperation.BasePath + "/reviews/sample", Sample, Permission.ReadQuality, request =>
        {
            var day = request.Query.RequiredDay("day");
            var size = request.Query.Number("size", SizeDefault, 1, QualityLimits.SampleMax);
            return () => responder.Grains.GetGrain<IQualityReadingGrain>(0).Sample(day, size, request.Reader);
        });
    }

    private static DirectiveId Derived(CommandId id) => DirectiveId.Of(id.Derive(StreamKind.Directive));

    private static ApiOperation Review(string name, string article, string tag, ApiAnswer answer, ApiParameter thing) => new(
        $"review{name}",
        $"Review the record of {article}",
        $"""
        Writes down a score, what is as it should be and what is not, and what it comes to, at any stage. `returned` issues a directive
        `complete` with `fields` in the same step, from who reviews to `to`: its id is `directiveId` of the review. 403 `notYours`: who
        reviews answered the call, or one of the incident, had it handed on to him, or closed the incident. 422 `unknownReference`: there is
        no such recipient, or it is retired. 422 `limitReached`: there are {QualityLimits.ReviewsPerThing} reviews, or 100 open directives.
        """)
    {
        Tag = tag,
        Answer = answer,
        Path = [thing],
        Problems = ApiOperation.CommandProblems,
    };
}
