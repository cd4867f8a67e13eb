using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Routing;
using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary><c>GET /console/settings</c>: needs no token, and contains nothing secret.</summary>
internal static class SettingsRoute
{
    private static readonly ApiOperation Operation = new(
        "getConsoleSettings",
        "Read what the console needs before sign-in",
        "How people sign in, the map, when it locks, the time zone and the gateway's version. It contains nothing secret.")
    {
        Tag = "Console",
        Answer = ApiAnswer.Of(Example),
        IsOpen = true,
    };

    /// <summary>Maps it.</summary>
    public static void MapConsoleSettings(this IEndpointRouteBuilder routes, ConsoleOptions console, GatewayOptions gateway)
    {
        var answer = JsonSerializer.Serialize(ConsoleSettings.Of(console, gateway), ConsoleJson.Default.ConsoleSettings);
        routes.MapOperation(HttpMethods.Get, "/console/settings", Get, Operation);

        Task Get(HttpContext http)
        {
            http.Response.Headers.CacheControl = "no-cache";
            return AnswerWriter.Write(http, StatusCodes.Status200OK, answer);
        }
    }

    private static ConsoleSettings Example() => new(
        new ConsoleSettings.SignInSettings(Dev: false, "https://sign-in.example/realms/centre", "tocsin-console", "roles"),
        new ConsoleSettings.MapSettings(null, null, null, "wgs84", new ConsoleSettings.Place(36.53, 113.05), 12),
        LockAfterSeconds: 900,
        UnitLockAfterSeconds: null,
        "Asia/Shanghai",
        "0.1.0");
}
