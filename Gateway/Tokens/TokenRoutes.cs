using System.Globalization;
using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.SignIn;

namespace Tocsin.Tokens;

/// <summary>Development tokens: <c>POST /dev/token</c>, for whoever sits at this very machine.</summary>
internal static class TokenRoutes
{
    private static readonly Field<string> Subject = Field.Required("subject", new TextKind(1, EdgeLimits.SubjectMax));
    private static readonly Field<string> Role = Field.Required("role", new WordKind<string>([.. Permissions.ByPower.Select(r => (r, r))]));
    private static readonly Field<UnitId> Unit = Field.Optional("unitId", CommonKinds.Unit);
    private static readonly Field<string> Station = Field.Optional("station", CommonKinds.Word);

    private static readonly Kind<DevTokenRequest> Request = new ObjectKind<DevTokenRequest>(new Shape(Subject, Role, Unit, Station), Make);

    /// <summary>Maps it; where it is not allowed, there is no such route.</summary>
    public static void MapDevTokens(this IEndpointRouteBuilder routes, Edge edge, DevTokens tokens) =>
        routes.MapRoute(HttpMethods.Post, "/dev/token", http => Issue(http, edge, tokens), new ApiRoute("A token for development, good for 12 h; only from loopback")
        {
            Tag = "Tokens",
            Body = Request.Schema,
            Answer = typeof(TokenAnswer),
            IsOpen = true,
            Problems = [404],
        });

    private static DevTokenRequest Make(Values v, FieldErrors errors)
    {
        var (subject, role) = (v.Find(Subject), v.Find(Role));
        if (subject is not null && subject.Any(char.IsControl))
            errors.AddBelow(Subject.Name, ErrorCodes.BadCharacter, "must not hold control characters");
        if (role == Roles.Unit && !v.IsGiven(Unit))
            errors.AddBelow(Unit.Name, ErrorCodes.Required, "is needed for the role unit");
        if (role == Roles.Station && !v.IsGiven(Station))
            errors.AddBelow(Station.Name, ErrorCodes.Required, "is needed for the role station");
        if (v.Find(Station) is { } station && station.Any(char.IsControl))
            errors.AddBelow(Station.Name, ErrorCodes.BadCharacter, "must not hold control characters");
        return new DevTokenRequest(subject ?? "", role ?? "", v.Find(Unit), v.Find(Station));
    }

    private static async Task Issue(HttpContext http, Edge edge, DevTokens tokens)
    {
        if (!Loopback.IsWhereItComesFrom(http))
        {
            await edge.Refuse(http, Problem.NotFound);
            return;
        }
        var parsed = await RequestBody.Read(http, Request, EdgeLimits.BodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await edge.Refuse(http, problem);
            return;
        }
        var (token, expiresAt) = await tokens.Make(parsed.Value, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await AnswerWriter.Write(http, StatusCodes.Status200OK, Write(token, expiresAt));
    }

    private static string Write(string token, DateTimeOffset expiresAt) =>
        $$"""{"token":"{{token}}","expiresAt":"{{expiresAt.UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture)}}"}""";
}
