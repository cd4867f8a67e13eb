using System.Globalization;
using Tocsin.Json;

namespace Tocsin.Answers;

/// <summary>
/// Says in each answer what time the gateway's clock showed when the answer began: UTC, in milliseconds. The header <c>Date</c> does not
/// serve for that: Kestrel renews it once a second, so it is up to two seconds old.
/// </summary>
internal sealed class ServerTime
{
    /// <summary>The header.</summary>
    public const string Header = "Tocsin-Now";

    private readonly RequestDelegate _next;
    private readonly TimeProvider _time;
    private readonly Func<object, Task> _say;

    public ServerTime(RequestDelegate next, TimeProvider time) => (_next, _time, _say) = (next, time, SayAsync);

    public Task InvokeAsync(HttpContext http)
    {
        // A problem clears the headers that are set before the answer begins.
        http.Response.OnStarting(_say, http.Response);
        return _next(http);
    }

    private Task SayAsync(object response)
    {
        var now = _time.GetUtcNow().UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture);
        ((HttpResponse)response).Headers[Header] = now;
        return Task.CompletedTask;
    }
}
