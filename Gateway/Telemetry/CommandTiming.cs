namespace Tocsin.Telemetry;

/// <summary>The outermost layer: measures commands. What is no command (reads, the feed, positions, presence) passes.</summary>
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
            // Known only now: the route is found further in.
            if (http.GetEndpoint()?.Metadata.GetMetadata<CommandName>() is { } command)
            {
                var answered = http.Response.HasStarted || !http.RequestAborted.IsCancellationRequested;
                metrics.Answered(command, answered ? http.Response.StatusCode : null, time.GetElapsedTime(started));
            }
        }
    }
}
