using System.Globalization;
using Tocsin.Answers;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The parties of an incident: <c>/api/v1/incidents/{id}/parties</c>.</summary>
internal static class PartyRoutes
{
    private const string Number = "n";
    private const string Base = IncidentRoute.One + "/parties";

    private static readonly ApiOperation Add = IncidentRoute.Command(
        "addParty",
        "Add a party to an incident",
        """
        Adds a person, a vehicle or a thing that the incident is about, also to a closed one. The answer is the incident with the number of
        the party as `n`. Name, telephone number, number of an identity document, number plate and account are kept apart, shown as a
        caller's number is, and never in an event. 422 `limitReached`: the incident has 50. 422 `unknownReference`: `of` is no party of it.
        """);

    private static readonly ApiOperation Change = IncidentRoute.Command(
        "changeParty",
        "Change fields of a party",
        """
        Changes the fields that are given; null removes one. The answer is the incident with the number of the party as `n`. 404: the
        incident has no party of this number. 422 `unknownReference`: `of` is no party of it.
        """,
        new ApiParameter(Number, new WholeNumberType(1, PartyLimits.PerIncident).Schema, "The number of the party."));

    /// <summary>Maps them.</summary>
    public static void MapParties(this IEndpointRouteBuilder routes, Responder responder)
    {
        routes.MapCommand(HttpMethods.Post, Base, IncidentRoute.Of(responder, PartyBodies.Add, Permission.KeepRecord), Add);
        var change = new CommandRoute<ChangeParty>(responder, [Permission.KeepRecord], PartyBodies.Change, IncidentRoute.Send)
        {
            IsKnown = static path => NumberOf(path) is >= 1 and <= PartyLimits.PerIncident,
            Complete = static (command, path) => command with { N = NumberOf(path) },
        };
        routes.MapCommand(HttpMethods.Patch, Base + $"/{{{Number}}}", change, Change);
    }

    private static int NumberOf(RouteValueDictionary path) =>
        int.TryParse(path.Text(Number), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
