using System.Collections.Frozen;
using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Bearers;

/// <summary>What a good token says of its person.</summary>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Roles">Those of its roles that the contract knows.</param>
/// <param name="Unit">The unit that it speaks for; null: none.</param>
/// <param name="Station">The station that it speaks for; null: none.</param>
public sealed record TokenClaims(string Subject, IReadOnlySet<string> Roles, UnitId? Unit, string? Station)
{
    /// <summary>The roles of the contract. The system's own is none of them: no token can have it.</summary>
    public static IReadOnlySet<string> KnownRoles { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        Commands.Roles.CallTaker,
        Commands.Roles.Dispatcher,
        Commands.Roles.Unit,
        Commands.Roles.Station,
        Commands.Roles.Supervisor,
        Commands.Roles.Auditor,
        Commands.Roles.Admin,
        Commands.Roles.Feeder);

    /// <summary>Whether the token's person may act as this one.</summary>
    public bool MayActAs(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Subject == Subject
            && Roles.Contains(actor.Role)
            && (actor.UnitId is null ? actor.Role != Commands.Roles.Unit : actor.UnitId == Unit)
            && (actor.Station is null ? actor.Role != Commands.Roles.Station : actor.Station == Station);
    }
}
