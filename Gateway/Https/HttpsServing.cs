using System.Security.Authentication;
using Tocsin.Telemetry;
using Tocsin.Tls;

namespace Tocsin.Https;

/// <summary>
/// Serves HTTPS, and without it only health and metrics: a token that was sent in the clear is no longer secret. So plain HTTP is refused,
/// not redirected. Where there is a plain address, metrics are served there only.
/// </summary>
internal static class HttpsServing
{
    // A browser that has connected once uses HTTPS only, for a year.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Configures the server.</summary>
    public static void AddHttps(this WebApplicationBuilder builder, HttpsOptions? https)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (https is null)
            return;
        builder.Services.AddCertificateWatch(https.Certificate);
        builder.Services.AddHsts(hsts => hsts.MaxAge = Remembered);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(defaults =>
        {
            defaults.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            defaults.ServerCertificate = https.Certificate.Current.TargetCertificate;
            // Each connection gets the newest certificate, with its chain.
            defaults.OnAuthenticate = (_, server) => server.ServerCertificateContext = https.Certificate.Current;
        }));
    }

    /// <summary>Refuses, before all routes, requests to an address that does not serve them.</summary>
    public static void UseHttps(this WebApplication app, HttpsOptions? https)
    {
        if (https is null)
            return;
        app.UseHsts();
        app.Use((http, next) =>
        {
            if (IsAllowed(http.Request, https))
                return next(http);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static bool IsAllowed(HttpRequest request, HttpsOptions https) =>
        request.Path.StartsWithSegments(Meters.Path, StringComparison.OrdinalIgnoreCase) ? !request.IsHttps || !https.HasPlainAddress
        : request.IsHttps || request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase);
}
