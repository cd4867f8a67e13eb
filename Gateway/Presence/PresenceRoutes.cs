using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Live;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Presence;

/// <summary>Who has which incident open: <c>POST /api/v1/presence</c>. Telemetry: no key, no version, no event.</summary>
internal static class PresenceRoutes
{
    private static readonly JsonField<string> Console = JsonField.Required(
        "consoleId", new TextType(1, GatewayLimits.WordMax), "The console's window: an id of its own choice.", "desk-3/7f2a");

    private static readonly JsonField<IncidentId> Incident = JsonField.Optional(
        "incidentId", CommonTypes.Incident, "The incident that is open there; null: none.", ExampleScene.IncidentId);

    private static readonly JsonType<(string Console, IncidentId? Incident)> Body = new ObjectType<(string, IncidentId?)>(
        "ReportPresence", new FieldSet(Console, Incident), v => (v.Get(Console), v.Find(Incident)));

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly ApiOperation Operation = new(
        "reportPresence",
        "Report which incident is open at a console",
        """
        Tells the other consoles, on the feed with `presence=true`. Report it again every 10 s: it lapses after 30 s. Presence is
        telemetry: it is not an event.
        """)
    {
        Tag = "Live",
        Body = Body,
        Answer = ApiAnswer.Of(() => new PresenceAnswer("desk-3/7f2a", "wang", "dispatcher", ExampleScene.IncidentId.Value)),
    };

    /// <summary>Maps it.</summary>
    public static void MapPresence(this IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox) => routes.MapOperation(
        HttpMethods.Post, ApiOperation.BasePath + "/presence", http => Report(http, responder, outbox), Operation, Permission.ReadBoard);

    private static async Task Report(HttpContext http, Responder responder, LiveOutbox outbox)
    {
        var parsed = await RequestBody.Read(http, Body, GatewayLimits.BodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await responder.Refuse(http, problem);
            return;
        }

        var (console, incident) = parsed.Value;
        var subject = ((CallerPrincipal)http.User).Caller.Subject;
        var role = Responder.ActorOf(http, Permission.ReadBoard).Role;
        outbox.Take(new PresenceReport(console, subject, role, incident, responder.Time.GetUtcNow()));
        var answer = new PresenceAnswer(console, subject, role, incident?.Value);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, JsonSerializer.Serialize(answer, Web));
    }
}
