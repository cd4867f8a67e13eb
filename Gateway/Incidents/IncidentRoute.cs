using Tocsin.Answers;
using Tocsin.Examples;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>What the routes of incidents have in common.</summary>
internal static class IncidentRoute
{
    /// <summary>The path of the incidents.</summary>
    public const string Base = ApiOperation.BasePath + "/incidents";

    /// <summary>The path of one incident.</summary>
    public const string One = Base + "/{id}";

    /// <summary>The tag of the routes.</summary>
    public const string Tag = "Incidents";

    /// <summary>The incident in the path.</summary>
    public static readonly ApiParameter Id = ApiParameter.OfId<IncidentId>("id", "The incident.");

    /// <summary>The answer of nearly every route: the incident as it is now.</summary>
    public static readonly ApiAnswer Answer = ApiAnswer.Of(() => ExampleScene.Incident);

    /// <summary>The operation of a command to one incident.</summary>
    /// <param name="id">The operation's id.</param>
    /// <param name="summary">What it does, in one line.</param>
    /// <param name="description">Its limits and its particular errors.</param>
    /// <param name="path">The parameters of the path after the incident.</param>
    public static ApiOperation Command(string id, string summary, string description, params ApiParameter[] path) =>
        new(id, summary, description)
        {
            Tag = Tag,
            Answer = Answer,
            Path = [Id, .. path],
            Problems = ApiOperation.CommandProblems,
        };

    /// <summary>The route of a command to an incident.</summary>
    public static CommandRoute<T> Of<T>(Responder responder, JsonType<T>? body, params Permission[] permissions)
        where T : IncidentCommand => Of(responder, body, null, permissions);

    /// <summary>The route of a command that takes ids from the path.</summary>
    public static CommandRoute<T> Of<T>(
        Responder responder, JsonType<T>? body, Func<T, RouteValueDictionary, T>? complete, params Permission[] permissions)
        where T : IncidentCommand => new(responder, permissions, body, Send) { Complete = complete };

    /// <summary>The route of a report, feedback or a correction, which may name its assignment.</summary>
    public static CommandRoute<NamedReport<T>> OfReport<T>(
        Responder responder, JsonType<NamedReport<T>> body, params Permission[] permissions)
        where T : IncidentCommand =>
        new(responder, permissions, body, (grains, id, report, context) => Send(grains, id, report.Sent, context));

    /// <summary>Sends a command to the incident with this id.</summary>
    public static Task<Commands.CommandAnswer> Send<T>(IGrainFactory grains, string id, T command, Commands.CommandContext context)
        where T : IncidentCommand => grains.GetKnown<IIncidentGrain>(id).Execute(Named(command), context);

    // What carries a reference, a station or an override has a name of its own: an older silo must not do it without.
    private static IncidentCommand Named(IncidentCommand command) => command switch
    {
        CreateIncident { Reference: not null } create => new CreateReferencedIncident(create),
        ChangeIncident { Station.IsSet: true } change => new ChangeIncidentWithStation(change),
        ChangeIncident { Reference.IsSet: true } change => new ChangeReferencedIncident(change),
        CloseIncident { Override: not null } close => new OverrideClosing(close),
        _ => command,
    };
}
