using System.Security.Claims;
using Tocsin.Bearers;
using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.SignIn;

/// <summary>The caller that a valid token stands for; read once for each token.</summary>
public sealed class Caller
{
    private static readonly int PermissionCount = Enum.GetValues<Permission>().Length;

    // A caller with several roles uses each permission always in the same one.
    private readonly Actor?[] _actors = new Actor?[PermissionCount];

    private Caller(TokenClaims claims)
    {
        Subject = claims.Subject;
        IsFeederOnly = Permissions.Roles.Where(claims.Roles.Contains).SequenceEqual([Roles.Feeder]);
        Role = Permissions.ByPower.FirstOrDefault(claims.Roles.Contains);
        for (var i = 0; i < PermissionCount; i++)
            _actors[i] = Choose((Permission)i, claims.Roles, claims.Unit, claims.Station);
    }

    /// <summary>The token's <c>sub</c>, without blanks around it.</summary>
    public string Subject { get; }

    /// <summary>Whether the token's only role is that of a machine, <c>feeder</c>; words that are no role do not count.</summary>
    public bool IsFeederOnly { get; }

    /// <summary>The most powerful of the token's roles; null: it has none.</summary>
    public string? Role { get; }

    /// <summary>As whom this caller uses a permission; null: it does not have it.</summary>
    public Actor? ActorFor(Permission permission) => _actors[(int)permission];

    /// <summary>Reads a token's claims; null when it has no valid <c>sub</c>, or the system's.</summary>
    public static Caller? Of(ClaimsIdentity identity, string roleClaim) =>
        TokenForm.ClaimsOf(identity, roleClaim) is { } claims ? new Caller(claims) : null;

    // All before own, then by power; the role of a unit or a station counts only with the claim that names it.
    private Actor? Choose(Permission permission, IReadOnlySet<string> roles, UnitId? unit, string? station)
    {
        Actor? own = null;
        foreach (var role in Permissions.ByPower)
        {
            var right = roles.Contains(role) ? Permissions.Of(permission, role) : Right.None;
            if (right == Right.None || (role == Roles.Unit && unit is null) || (role == Roles.Station && station is null))
                continue;
            var actor = new Actor(Subject, role, role == Roles.Unit ? unit : null, role == Roles.Station ? station : null);
            if (right == Right.All)
                return actor;
            own ??= actor;
        }
        return own;
    }
}
