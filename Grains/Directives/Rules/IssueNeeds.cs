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
        _ => null,
    };

    private static Refusal? InForce(IssueDirectives command, DateTimeOffset at) =>
        command.ValidUntil is { } until && until > at && until - at <= DirectiveLimits.LookOutMax
            ? null
            : Refusals.Invalid("validUntil", "A look-out is in force for up to 90 days from its issue.");

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
