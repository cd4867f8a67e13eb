using System.Security.Claims;
using Tocsin.Bodies;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Limits;

namespace Tocsin.SignIn;

/// <summary>Whom a valid token speaks for; read once for each token.</summary>
public sealed class Caller
{
    private static readonly int Permitted = Enum.GetValues<Deed>().Length;

    // Whoever may do something does it in one role, always the same.
    private readonly Actor?[] _actors = new Actor?[Permitted];

    private Caller(string subject, HashSet<string> roles, UnitId? unit, string? station)
    {
        Subject = subject;
        for (var i = 0; i < Permitted; i++)
            _actors[i] = Choose((Deed)i, roles, unit, station);
    }

    /// <summary>The token's <c>sub</c>.</summary>
    public string Subject { get; }

    /// <summary>As whom this caller may do something; null: not at all.</summary>
    public Actor? ActorFor(Deed permission) => _actors[(int)permission];

    /// <summary>Reads a token's claims; null when it does not say who it is for.</summary>
    public static Caller? Of(ClaimsIdentity identity, string roleClaim)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity.FindFirst("sub")?.Value is not { Length: >= 1 and <= EdgeLimits.SubjectMax } subject || !IsClean(subject))
            return null;
        var roles = identity.FindAll(roleClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        var unit = identity.FindFirst("unit_id")?.Value;
        var station = identity.FindFirst("station")?.Value;
        return new Caller(
            subject,
            roles,
            EntityIdRule.IsValid(unit) ? UnitId.Of(unit) : null,
            station is { Length: >= 1 and <= EdgeLimits.WordMax } && IsClean(station) ? station : null);
    }

    // '+' before 'o', then by power; a unit's or station's role counts only with the claim that says which.
    private Actor? Choose(Deed permission, HashSet<string> roles, UnitId? unit, string? station)
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

    private static bool IsClean(string text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && WellFormed.IsWellFormed(text);
}
