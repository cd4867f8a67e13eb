using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Hosting;
using Tocsin.OpenApi;

namespace Tocsin.Consoles;

/// <summary><c>GET /console/settings</c>: needs no token, says nothing secret.</summary>
internal static class SettingsRoute
{
    /// <summary>Maps it.</summary>
    public static void MapConsoleSettings(this IEndpointRouteBuilder routes, ConsoleOptions console, GatewayOptions gateway)
    {
        var answer = JsonSerializer.Serialize(ConsoleSettings.Of(console, gateway), ConsoleJson.Default.ConsoleSettings);
        routes.MapRoute(HttpMethods.Get, "/console/settings", http =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return AnswerWriter.Write(http, StatusCodes.Status200OK, answer);
        }, new ApiRoute("What the console must know before anybody has signed in")
        {
            Tag = "Console",
            Answer = typeof(ConsoleSettings),
            IsOpen = true,
        });
    }
}
