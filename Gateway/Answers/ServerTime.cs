using System.Globalization;
using Tocsin.Json;

namespace Tocsin.Answers;

/// <summary>
/// Says in each answer what time the gateway's clock showed when the request came: UTC, in milliseconds. The header <c>Date</c> does not
/// serve for that: Kestrel renews it once a second, so it is up to two seconds old.
/// </summary>
internal sealed class ServerTime(RequestDelegate next, TimeProvider time)
{
    /// <summary>The header.</summary>
    public const string Header = "Tocsin-Now";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers[Header] = time.GetUtcNow().UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture);
        return next(http);
    }
}
