using System.Security.Authentication;
using Tocsin.Telemetry;
using Tocsin.Tls;

namespace Tocsin.Https;

/// <summary>
/// Serves HTTPS, and nothing but health and metrics without it: a token that was sent in the clear once is everybody's. So a plain address is refused, not redirected; it is the machine
/// room's, and metrics are to be had there alone.
/// </summary>
internal static class HttpsServing
{
    // A browser that was here once comes back over HTTPS only, for a year.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Sets the server up.</summary>
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
            // Each connection with the newest, and with those that lead to its authority.
            defaults.OnAuthenticate = (_, server) => server.ServerCertificateContext = https.Certificate.Current;
        }));
    }

    /// <summary>Puts what may be asked where before all routes.</summary>
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
