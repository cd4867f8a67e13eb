using Tocsin.Calling;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// Gets the key of development tokens before the first of them is judged. A cluster that is not found yet is no fault of a token, and what
/// fails while a token is judged is logged by ASP.NET Core with a stack each time.
/// </summary>
internal sealed partial class DevKeyMiddleware(
    RequestDelegate next, DevTokens tokens, GatewayOptions options, ILogger<DevKeyMiddleware> logger)
{
    /// <summary>Handles a request.</summary>
    /// <exception cref="ClusterUnavailableException">No silo answers: the token cannot be judged, and the answer is 503.</exception>
    public Task InvokeAsync(HttpContext http) =>
        !tokens.HasKey && SignInSetup.IsDevelopment(http, options) ? GetKeyAsync(http) : next(http);

    private async Task GetKeyAsync(HttpContext http)
    {
        try
        {
            await tokens.Key(http.RequestAborted);
        }
        catch (ClusterUnavailableException exception)
        {
            LogEarly((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route", exception.Message);
            throw;
        }

        await next(http);
    }

    [LoggerMessage(3004, LogLevel.Warning, "A request of {Route} is answered 503, as its token cannot be judged yet: {Reason}")]
    private partial void LogEarly(string route, string reason);
}
