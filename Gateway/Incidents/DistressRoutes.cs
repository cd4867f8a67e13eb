using Tocsin.Answers;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The command about an officer's distress 警员遇险: somebody of the centre has seen it.</summary>
internal static class DistressRoutes
{
    private static readonly JsonType<AcknowledgeDistress> Body = new ObjectType<AcknowledgeDistress>(
        new FieldSet(CommonTypes.OccurredAt), v => new AcknowledgeDistress(v.Find(CommonTypes.OccurredAt)));

    private static readonly ApiOperation Acknowledge = IncidentRoute.Command(
        "acknowledgeDistress",
        "Acknowledge an officer's distress",
        """
        Records who of the centre has seen the distress; the unit reads it in `distress` of its incident. The clock `distress` runs from the
        raising, has a limit of 15 s, and is met by this or by an assignment. The first one stands: again is 200, and nothing is recorded.
        409 `wrongStage`: the incident is about no distress. 409 `incidentClosed`: it was closed before anybody acknowledged it.
        """);

    /// <summary>Maps it.</summary>
    public static void MapDistress(this IEndpointRouteBuilder routes, Responder responder) => routes.MapCommand(
        HttpMethods.Post,
        IncidentRoute.One + "/acknowledgement",
        IncidentRoute.Of(responder, Body, Permission.AcknowledgeDistress),
        Acknowledge);
}
