using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Tocsin.Bearers;
using Tocsin.Calling;
using Tocsin.Journal;

namespace Tocsin.Problems;

/// <summary>
/// Outside of all routes: an exception, or an error status without a body, becomes a problem.
/// </summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ProblemWriter problems, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var problem = Explain(http, exception);
            if (problem is null)
                return;
            http.Response.Clear();
            await problems.Write(http, problem);
            return;
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response
            && OfStatus(response.StatusCode) is { } empty)
        {
            await problems.Write(http, empty);
        }
    }

    private Problem? Explain(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case ClusterUnavailableException { InnerException: JournalUnavailableException { NewerVersion: true } }:
                return Problem.NewerVersion;
            case ClusterUnavailableException { InnerException: JournalUnavailableException { Damaged: true } }:
                return Problem.Damaged;
            case ClusterUnavailableException:
                return Problem.Unavailable;
            case TypeLoadException or Orleans.Serialization.FieldTypeMissingException:
                // A silo of an older version got a kind of stream, or a command, that it does not know: Orleans answers so before anything
                // is done.
                return Problem.NotYetEverywhere;
            case ProblemException { Problem: var known }:
                return known;
            case BearerRefusedException { Fault: BearerFault.Expired }:
                // It ended between the gateway and the silo.
                http.Response.OnStarting(() => AddChallenge(http));
                return Problem.Unauthenticated;
            case BearerRefusedException refused:
                LogRefused(refused.Fault, ProblemWriter.TraceIdOf(http));
                return Problem.Unavailable;
            case NotYetEverywhereException:
                return Problem.NotYetEverywhere;
            case TooManyAtOnceException:
                return Problem.TooManyAtOnce;
            case BadHttpRequestException bad:
                return OfStatus(bad.StatusCode) ?? Problem.Malformed("the request could not be read to its end");
            case OperationCanceledException or IOException when http.RequestAborted.IsCancellationRequested:
                // The client has gone: there is nobody to answer.
                http.Features.Get<IHttpRequestLifetimeFeature>()?.Abort();
                return null;
            default:
                var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
                LogUnexpected(exception, ProblemWriter.TraceIdOf(http), route);
                return Problem.Internal;
        }
    }

    private static Task AddChallenge(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = ProblemWriter.InvalidToken;
        return Task.CompletedTask;
    }

    private static Problem? OfStatus(int status) => (HttpStatusCode)status switch
    {
        HttpStatusCode.Unauthorized => Problem.Unauthenticated,
        HttpStatusCode.Forbidden => Problem.Forbidden,
        HttpStatusCode.NotFound => Problem.NotFound,
        HttpStatusCode.MethodNotAllowed => Problem.MethodNotAllowed,
        HttpStatusCode.RequestEntityTooLarge => Problem.TooLarge,
        HttpStatusCode.UnsupportedMediaType => Problem.UnsupportedMediaType,
        HttpStatusCode.TooManyRequests => Problem.RateLimited,
        HttpStatusCode.ServiceUnavailable => Problem.Unavailable,
        HttpStatusCode.InternalServerError => Problem.Internal,
        HttpStatusCode.RequestTimeout => new Problem(408, ProblemCodes.Invalid, "Too slow", "The request came in too slowly."),
        _ => null,
    };

    [LoggerMessage(3005, LogLevel.Error,
        "A silo refused a call of somebody whom this gateway let in ({Fault}, trace {TraceId}): Tocsin:Jwt:* or Tocsin:DevTokens differ")]
    private partial void LogRefused(BearerFault fault, string traceId);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "Unexpected exception in a request of {Route} (trace {TraceId})")]
    private partial void LogUnexpected(Exception exception, string traceId, string route);
}
