using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Stations;

namespace Tocsin.Directives;

/// <summary>What the kinds with a behaviour need: a time, or a recipient that can do it.</summary>
internal static class IssueNeeds
{
    /// <summary>A refusal, or null when the kind has what it needs.</summary>
    public static Refusal? Check(IssueDirectives command, StateSet states, DateTimeOffset at) => command.Kind switch
    {
        DirectiveKinds.LookOut => InForce(command, at),
        DirectiveKinds.FollowUp => command.NextAt > at
            ? null
            : Refusals.Invalid("nextAt", "The first report of a follow-up is due after its issue."),
        DirectiveKinds.Transfer => ToBodies(command, states),
        DirectiveKinds.Handle => OnIncident(command) ?? ToHandlers(command, states) ?? Quick(command),
        _ => null,
    };

    private static Refusal? InForce(IssueDirectives command, DateTimeOffset at) =>
        command.ValidUntil is { } until && until > at && until - at <= DirectiveLimits.LookOutMax
            ? null
            : Refusals.Invalid("validUntil", "A look-out is in force for up to 90 days from its issue.");

    private static Refusal? OnIncident(IssueDirectives command) =>
        command.IncidentId is null ? Refusals.Invalid("incidentId", "A handle hangs on an incident.") : null;

    private static Refusal? ToHandlers(IssueDirectives command, StateSet states)
    {
        for (var i = 0; i < command.To.Count; i++)
        {
            if (command.To[i].Station is not { } station || states.Station(station) is { Kind: StationKind.Body, External: true })
                return Refusals.UnknownReference($"to[{i}]", "A handle goes to a station, or to a body that signs in here.");
        }

        return null;
    }

    private static Refusal? Quick(IssueDirectives command)
    {
        var tooLong = command.Limits switch
        {
            { Sign: > DirectiveLimits.HandleSecondsMax } => "limits.sign",
            { Send: > DirectiveLimits.HandleSecondsMax } => "limits.send",
            _ => null,
        };
        return tooLong is null ? null : Refusals.Invalid(tooLong, "A handle is signed for and sent on within 15 minutes.");
    }

    private static Refusal? ToBodies(IssueDirectives command, StateSet states)
    {
        for (var i = 0; i < command.To.Count; i++)
        {
            if (command.To[i].Station is not { } station || states.Station(station).Kind != StationKind.Body)
                return Refusals.UnknownReference($"to[{i}]", "A transfer goes to a body.");
        }

        return null;
    }
}
