using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.OpenApi;
using Tocsin.SignIn;

namespace Tocsin.Presence;

/// <summary>Who has which incident open: <c>POST /api/v1/presence</c>. Telemetry: no key, no version, no event.</summary>
internal static class PresenceRoutes
{
    private static readonly Field<string> Console = Field.Required("consoleId", new TextKind(1, EdgeLimits.WordMax));
    private static readonly Field<IncidentId> Incident = Field.Optional("incidentId", CommonKinds.Incident);

    private static readonly Kind<(string Console, IncidentId? Incident)> Body = new ObjectKind<(string, IncidentId?)>(
        new Shape(Console, Incident), v => (v.Get(Console), v.Find(Incident)));

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Maps it.</summary>
    public static void MapPresence(this IEndpointRouteBuilder routes, Edge edge, LiveOutbox outbox) =>
        routes.MapRoute(HttpMethods.Post, Edge.BasePath + "/presence", http => Report(http, edge, outbox), new ApiRoute("Say which incident is open at this console; again each 10 s, else it lapses after 30 s")
        {
            Tag = "Live",
            Body = Body.Schema,
            Answer = typeof(PresenceAnswer),
        }, Deed.ReadBoard);

    private static async Task Report(HttpContext http, Edge edge, LiveOutbox outbox)
    {
        var parsed = await RequestBody.Read(http, Body, EdgeLimits.BodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await edge.Refuse(http, problem);
            return;
        }

        var subject = ((CallerPrincipal)http.User).Caller.Subject;
        var answer = new PresenceAnswer(parsed.Value.Console, subject, Edge.ActorOf(http, Deed.ReadBoard).Role, parsed.Value.Incident?.Value);
        outbox.Take(new PresenceReport(answer.ConsoleId, subject, answer.Role, parsed.Value.Incident, edge.Time.GetUtcNow()));
        await AnswerWriter.Write(http, StatusCodes.Status200OK, JsonSerializer.Serialize(answer, Web));
    }
}
