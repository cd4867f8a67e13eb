namespace Tocsin.Telemetry;

/// <summary>The outermost middleware: measures commands. Other requests (reads, the feed, positions, presence) are passed on.</summary>
internal sealed class CommandTiming(RequestDelegate next, CommandMetrics metrics, TimeProvider time)
{
    public Task InvokeAsync(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || !metrics.IsHeard ? next(http) : TimeAsync(http);

    private async Task TimeAsync(HttpContext http)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            // The route is known only now: routing is further in.
            if (http.GetEndpoint()?.Metadata.GetMetadata<CommandName>() is { } command)
            {
                var answered = http.Response.HasStarted || !http.RequestAborted.IsCancellationRequested;
                metrics.Answered(command, answered ? http.Response.StatusCode : null, time.GetElapsedTime(started));
            }
        }
    }
}
