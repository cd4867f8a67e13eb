using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Access;

/// <summary>Who looked at what: <c>GET /api/v1/access</c>.</summary>
internal static class AccessRoutes
{
    private static readonly ApiOperation Operation = new(
        "listAccess",
        "List who looked at what, newest first",
        """
        Reads of personal data, an item for each thing that was shown; searches, with a keyed digest of their words; reports, past and live
        boards, sessions of the feed; the first use of a token, and refused ones; tokens of `/dev/token`; refusals (401, 403); changes of
        settings. `what` is the operation's id, or `signIn`, `beginFeed`, `endFeed`; `shown` names the personal fields that the answer
        held. An item is there within a second. All parameters hold at once.
        """)
    {
        Tag = "Access",
        Answer = ApiAnswer.PageOf(Example),
        Query =
        [
            new("subject", () => CommonParameters.Text(GatewayLimits.SubjectMax), "Only what this subject did."),
            new(
                "thing",
                () => CommonParameters.Text(GatewayLimits.ThingMax),
                "Only what was done to this thing: `call/ID`, `incident/ID`, `unit/ID` and the like."),
            new("from", CommonTypes.Instant.Schema, "Only what happened at or after this time."),
            new("to", CommonTypes.Instant.Schema, "Only what happened before this time."),
            CommonParameters.Limit,
            CommonParameters.Cursor,
        ],
    };

    /// <summary>Maps it.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes, Responder responder) => routes.MapList(
        responder,
        ApiOperation.BasePath + "/access",
        Operation,
        Permission.ReadAccess,
        request =>
        {
            var query = request.Query;
            var thing = query.Text("thing", GatewayLimits.ThingMax);
            if (thing is not null && !IsThing(thing))
                request.Errors.AddBelow("thing", ErrorCodes.Malformed, "must be a kind and an id, such as call/ID");
            var filter = new AccessFilter(
                query.Text("subject", GatewayLimits.SubjectMax),
                thing,
                query.Instant("from"),
                query.Instant("to"),
                query.Limit(),
                query.Cursor());
            return () => responder.Grains.GetGrain<IAccessGrain>(0).List(filter);
        },
        table: AccessCsv.Table);

    private static bool IsThing(string thing) =>
        thing.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash < thing.Length - 1;

    private static AccessItem Example() => new(
        ExampleScene.ReceivedAt,
        "wang",
        "dispatcher",
        "10.20.0.17",
        "call/" + ExampleScene.CallId,
        "getCall",
        ["callerNumber", "location", "narrative"],
        Allowed: true,
        Query: null,
        Times: 1);
}
