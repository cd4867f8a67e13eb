using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;
using Tocsin.Text;

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
        Tells the consoles of the centre, on the feed with `presence=true`. Report it again every 10 s: it lapses after 30 s. A console
        is one of its subject, which has 20 at most, else 429. 403 `notYours`: the incident is another's affair. 422 `unknownReference`:
        there is none with this id. Presence is telemetry: it is not an event.
        """)
    {
        Tag = "Live",
        Body = Body,
        Problems = [422],
        Answer = ApiAnswer.Of(() => new PresenceAnswer("desk-3/7f2a", "wang", "dispatcher", ExampleScene.IncidentId.Value)),
    };

    /// <summary>Maps it.</summary>
    public static void MapPresence(
        this IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox, BoardFollower follower, LimitMetrics limits) =>
        routes.MapOperation(
            HttpMethods.Post,
            ApiOperation.BasePath + "/presence",
            http => Report(http, responder, outbox, follower, limits),
            Operation,
            Permission.ReadBoard);

    private static async Task Report(
        HttpContext http, Responder responder, LiveOutbox outbox, BoardFollower follower, LimitMetrics limits)
    {
        var parsed = await RequestBody.Read(http, Body, GatewayLimits.BodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await responder.Refuse(http, problem);
            return;
        }

        var (console, incident) = parsed.Value;
        var reader = Responder.ActorOf(http, Permission.ReadBoard);
        if (incident is { } open && await WhyNot(http, responder, follower, open, reader) is { } refused)
        {
            await responder.Refuse(http, refused);
            return;
        }

        if (!outbox.Take(new PresenceReport(console, reader.Subject, reader.Role, incident, responder.Time.GetUtcNow())))
        {
            limits.Reached("consoles");
            await responder.Refuse(http, Problem.TooManyConsoles);
            return;
        }

        var answer = new PresenceAnswer(console, reader.Subject, reader.Role, incident?.Value);
        await AnswerWriter.Write(http, StatusCodes.Status200OK, JsonSerializer.Serialize(answer, Web));
    }

    // Nearly every incident that is open at a console stands on the board, in memory; for the others the cluster is asked.
    private static async Task<Problem?> WhyNot(
        HttpContext http, Responder responder, BoardFollower follower, IncidentId incident, Actor reader)
    {
        if (follower.Picture?.Shows(incident.Stream, reader) == true)
            return null;
        var may = await responder.Caller.Call(
            CallPolicy.Read, _ => responder.Reading.MayRead(incident.Stream, reader), http.RequestAborted);
        return may.Refusal switch
        {
            null => null,
            { Code: RefusalCode.NotFound } => RefusalProblems.Of(
                new Refusal(RefusalCode.UnknownReference, "There is no incident with this id.")
                {
                    Errors = [new FieldError(Incident.Name, EnumNames.NameOf(RefusalCode.UnknownReference), "names no incident")],
                }),
            { } refusal => RefusalProblems.Of(refusal),
        };
    }
}
