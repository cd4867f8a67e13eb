using System.Reflection;
using Tocsin.Hosting;

namespace Tocsin.Consoles;

/// <summary>The answer to <c>GET /console/settings</c>: what the console must know before anybody has signed in.</summary>
/// <param name="SignIn">How people sign in.</param>
/// <param name="Map">The map.</param>
/// <param name="TimeZone">In what time the centre lives; IANA.</param>
/// <param name="Version">Of this gateway: a console that was built with another one loads itself anew.</param>
internal sealed record ConsoleSettings(ConsoleSettings.SignInSettings SignIn, ConsoleSettings.MapSettings Map, string TimeZone, string Version)
{
    /// <summary>Put together once.</summary>
    public static ConsoleSettings Of(ConsoleOptions console, GatewayOptions gateway) => new(
        new SignInSettings(gateway.DevTokensAllowed, gateway.Authority, gateway.Authority is null ? null : console.ClientId, gateway.RoleClaim),
        new MapSettings(console.StyleUrl, console.TileUrl, console.Attribution, console.Datum, new Place(console.CentreLat, console.CentreLon), console.Zoom),
        console.TimeZone,
        typeof(ConsoleSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>How people sign in.</summary>
    /// <param name="Dev">Whether <c>POST /dev/token</c> is there.</param>
    /// <param name="Authority">The OIDC provider; null: none.</param>
    /// <param name="ClientId">What the console is called there.</param>
    /// <param name="RoleClaim">The claim that carries the roles.</param>
    internal sealed record SignInSettings(bool Dev, string? Authority, string? ClientId, string RoleClaim);

    /// <summary>The map.</summary>
    /// <param name="StyleUrl">A MapLibre style; null: the plain one.</param>
    /// <param name="TileUrl">Raster tiles; null: none.</param>
    /// <param name="Attribution">Whose map it is.</param>
    /// <param name="Datum"><c>wgs84</c>, or <c>gcj02</c>: what is drawn on it must be shifted.</param>
    /// <param name="Centre">Where it begins; WGS 84 degrees.</param>
    /// <param name="Zoom">How near it begins.</param>
    internal sealed record MapSettings(string? StyleUrl, string? TileUrl, string? Attribution, string Datum, Place Centre, double Zoom);

    /// <summary>A place; WGS 84 degrees.</summary>
    internal sealed record Place(double Lat, double Lon);
}
