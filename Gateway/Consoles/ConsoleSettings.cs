using System.Reflection;
using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary>The answer to <c>GET /console/settings</c>: what the console needs before sign-in.</summary>
/// <param name="SignIn">How people sign in.</param>
/// <param name="Map">The map.</param>
/// <param name="LockAfterSeconds">After so many seconds without a key or a pointer the console locks; null: never.</param>
/// <param name="UnitLockAfterSeconds">The same for the page of a unit.</param>
/// <param name="TimeZone">The centre's time zone; IANA.</param>
/// <param name="Version">The gateway's version: a console of another version reloads itself.</param>
internal sealed record ConsoleSettings(
    ConsoleSettings.SignInSettings SignIn,
    ConsoleSettings.MapSettings Map,
    double? LockAfterSeconds,
    double? UnitLockAfterSeconds,
    string TimeZone,
    string Version)
{
    /// <summary>Makes it from the configuration.</summary>
    public static ConsoleSettings Of(ConsoleOptions console, GatewayOptions gateway) => new(
        new SignInSettings(
            gateway.DevTokensAllowed,
            gateway.Authority,
            gateway.Authority is null ? null : console.ClientId,
            gateway.RoleClaim,
            AcrValues(gateway)),
        new MapSettings(
            console.StyleUrl,
            console.TileUrl,
            console.Attribution,
            console.Datum,
            new Place(console.CentreLat, console.CentreLon),
            console.Zoom),
        console.LockAfter?.TotalSeconds,
        console.UnitLockAfter?.TotalSeconds,
        console.TimeZone,
        typeof(ConsoleSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string? AcrValues(GatewayOptions gateway) =>
        gateway.Authority is null || gateway.Tokens.Acr.Count == 0 ? null : string.Join(' ', gateway.Tokens.Acr);

    /// <summary>How people sign in.</summary>
    /// <param name="Dev">Whether there is <c>POST /dev/token</c>, with the key.</param>
    /// <param name="Authority">The OIDC provider; null: none.</param>
    /// <param name="ClientId">The console's client id at that provider; null: there is none.</param>
    /// <param name="RoleClaim">The claim that carries the roles.</param>
    /// <param name="AcrValues">
    /// How strongly people must sign in, as <c>acr_values</c> of OpenID Connect; null: as the provider decides.
    /// </param>
    internal sealed record SignInSettings(bool Dev, string? Authority, string? ClientId, string RoleClaim, string? AcrValues = null);

    /// <summary>The map.</summary>
    /// <param name="StyleUrl">The address of a MapLibre style; null: the plain one.</param>
    /// <param name="TileUrl">The address of raster tiles; null: none.</param>
    /// <param name="Attribution">The map's attribution; null: none.</param>
    /// <param name="Datum"><c>wgs84</c>, or <c>gcj02</c> for a map whose coordinates are shifted.</param>
    /// <param name="Centre">The middle of the map at the start; WGS 84 degrees.</param>
    /// <param name="Zoom">The zoom level at the start, 0 to 22.</param>
    internal sealed record MapSettings(string? StyleUrl, string? TileUrl, string? Attribution, string Datum, Place Centre, double Zoom);

    /// <summary>A place; WGS 84 degrees.</summary>
    /// <param name="Lat">Degrees north.</param>
    /// <param name="Lon">Degrees east.</param>
    internal sealed record Place(double Lat, double Lon);
}
