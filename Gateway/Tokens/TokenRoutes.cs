using System.Globalization;
using Microsoft.OpenApi;
using Tocsin.Answers;
using Tocsin.Bearers;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Recording;
using Tocsin.Routing;
using Tocsin.Secrets;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Tokens;

/// <summary>Development tokens: <c>POST /dev/token</c>, for clients on this machine that have the key.</summary>
internal static class TokenRoutes
{
    private static readonly JsonField<string> Subject = JsonField.Required(
        "subject", new TextType(1, GatewayLimits.SubjectMax), "The token's `sub`, without control characters.", "wang");

    private static readonly JsonField<string> Role = JsonField.Required(
        "role", new EnumType<string>([.. Permissions.ByPower.Select(r => (r, r))]), "The role.", Roles.Unit);

    private static readonly JsonField<UnitId> Unit = JsonField.Optional(
        "unitId", CommonTypes.Unit, "The unit; required for the role `unit`.", ExampleScene.UnitId);

    private static readonly JsonField<string> Station = JsonField.Optional(
        "station", CommonTypes.Word, "The station; required for the role `station`.", ExampleScene.Station);

    private static readonly JsonType<DevTokenRequest> Body = new ObjectType<DevTokenRequest>(
        new FieldSet(Subject, Role, Unit, Station), Make);

    private static readonly ApiOperation Operation = new(
        "createDevToken",
        "Get a token for development",
        """
        A token that is valid for 12 h, on every gateway of the cluster, and after a restart. It is there in the embedded mode without an
        OIDC provider, and with `Tocsin:DevTokens`; for requests from this machine with the key of `dev.key` (or `Tocsin:DevKeyFile`) in
        `Tocsin-Dev-Key`. Else 404.
        """)
    {
        Tag = "Tokens",
        Body = Body,
        Answer = ApiAnswer.Of(() => new TokenAnswer("eyJhbGciOiJIUzI1NiJ9.…", ExampleScene.ReceivedAt + GatewayLimits.DevTokenLifetime)),
        IsOpen = true,
        Headers = [new(DevKey.Header, Key, "The key of development sign-in.", Required: true)],
        Problems = [404],
    };

    /// <summary>Maps it; call it only where it is allowed.</summary>
    public static void MapDevTokens(this IEndpointRouteBuilder routes, Responder responder, DevTokens tokens) =>
        routes.MapOperation(HttpMethods.Post, "/dev/token", http => Issue(http, responder, tokens), Operation);

    private static OpenApiSchema Key() => CommonParameters.Text(DevKeyFile.MaxLength);

    private static DevTokenRequest Make(FieldValues v, FieldErrors errors)
    {
        var (subject, role) = (v.Find(Subject), v.Find(Role));
        if (subject is not null && subject.Any(char.IsControl))
            errors.AddBelow(Subject.Name, ErrorCodes.BadCharacter, "must not hold control characters");
        if (subject is not null && TokenForm.IsSystem(subject))
            errors.AddBelow(Subject.Name, ErrorCodes.Malformed, "must not be the name of the system itself");
        if (role == Roles.Unit && !v.IsGiven(Unit))
            errors.AddBelow(Unit.Name, ErrorCodes.Required, "is needed for the role unit");
        if (role == Roles.Station && !v.IsGiven(Station))
            errors.AddBelow(Station.Name, ErrorCodes.Required, "is needed for the role station");
        if (v.Find(Station) is { } station && station.Any(char.IsControl))
            errors.AddBelow(Station.Name, ErrorCodes.BadCharacter, "must not hold control characters");
        return new DevTokenRequest(subject ?? "", role ?? "", v.Find(Unit), v.Find(Station));
    }

    private static async Task Issue(HttpContext http, Responder responder, DevTokens tokens)
    {
        var key = http.RequestServices.GetRequiredService<DevKey>();
        if (!Loopback.IsOrigin(http) || !key.Is(http.Request.Headers[DevKey.Header]))
        {
            http.RequestServices.GetRequiredService<AccessLog>().Add(
                new AccessNote(Operation.Id, null, null, AccessMiddleware.AddressOf(http), Allowed: false));
            await responder.Refuse(http, Problem.NotFound);
            return;
        }
        var parsed = await RequestBody.Read(http, Body, GatewayLimits.BodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await responder.Refuse(http, problem);
            return;
        }
        http.RequestServices.GetRequiredService<AccessLog>().Add(
            new AccessNote(Operation.Id, parsed.Value.Subject, parsed.Value.Role, AccessMiddleware.AddressOf(http)));
        var (token, expiresAt) = await tokens.Make(parsed.Value, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        await AnswerWriter.Write(http, StatusCodes.Status200OK, Write(token, expiresAt));
    }

    private static string Write(string token, DateTimeOffset expiresAt)
    {
        var expires = expiresAt.UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture);
        return $$"""{"token":"{{token}}","expiresAt":"{{expires}}"}""";
    }
}
