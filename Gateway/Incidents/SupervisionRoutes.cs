using Tocsin.Answers;
using Tocsin.Clocks;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The commands about delay: urging 催办, supervision 督办, taking an escalation.</summary>
internal static class SupervisionRoutes
{
    private const string LevelName = "level";

    private static readonly EnumType<EscalationLevel> Levels = EnumType.Of<EscalationLevel>();

    // The path has the level, and the body nothing: it may be left out.
    private static readonly JsonType<TakeEscalation> TakeBody = new ObjectType<TakeEscalation>(
        new FieldSet(), static _ => new TakeEscalation(default));

    private static readonly ApiOperation Urge = IncidentRoute.Command(
        "urgeIncident",
        "Urge the units of an incident",
        """
        Records, and tells the units, that a stage is waited for. It moves no stage and no clock. 409 `incidentClosed`: the incident is
        closed. 422 `unknownReference`: the unit was never assigned to the incident.
        """);

    private static readonly ApiOperation Supervise = IncidentRoute.Command(
        "takeSupervision",
        "Take over the supervision of an incident",
        """
        Takes over the supervision, from another supervisor, too, and takes every escalation of the incident. 409 `incidentClosed`: it is
        closed.
        """);

    private static readonly ApiOperation Take = IncidentRoute.Command(
        "takeEscalation",
        "Take an escalation",
        """
        The overdue clocks that were escalated to this level are escalated no further. 403 `forbidden`: a station and a dispatcher may
        take the level `station` only. 409 `wrongStage`: nothing was escalated to this level.
        """,
        new ApiParameter(LevelName, Levels.Schema, "The level to which it was escalated."));

    /// <summary>Maps them.</summary>
    public static void MapSupervision(this IEndpointRouteBuilder routes, Responder responder)
    {
        var post = HttpMethods.Post;
        routes.MapCommand(post, IncidentRoute.One + "/urging", IncidentRoute.Of(responder, UrgeBody.Type, Permission.Supervise), Urge);
        routes.MapCommand(
            post,
            IncidentRoute.One + "/supervision",
            IncidentRoute.Of(responder, TakeSupervisionBody.Type, Permission.Supervise),
            Supervise);
        var take = new CommandRoute<TakeEscalation>(responder, [Permission.TakeEscalations], TakeBody, IncidentRoute.Send)
        {
            IsKnown = static path => Levels.TryFind(path.Text(LevelName), out _),
            Complete = static (_, path) => new TakeEscalation(LevelOf(path)),
        };
        routes.MapCommand(post, IncidentRoute.One + $"/escalations/{{{LevelName}}}/taking", take, Take);
    }

    private static EscalationLevel LevelOf(RouteValueDictionary path) =>
        Levels.TryFind(path.Text(LevelName), out var level) ? level : default;
}
