using System.Threading.RateLimiting;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Hosting;

/// <summary>The rate limits: a token bucket for each subject, and for each address of requests without a token.</summary>
internal static class IdentityLimits
{
    /// <summary>Adds them.</summary>
    public static void AddIdentityLimits(this IServiceCollection services, GatewayOptions options)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) => new ValueTask(
                context.HttpContext.RequestServices.GetRequiredService<ProblemWriter>().Write(context.HttpContext, Problem.RateLimited));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Partition(http, options));
        });
    }

    /// <summary>Uses them, if there is a limit.</summary>
    public static void UseIdentityLimits(this WebApplication app, GatewayOptions options)
    {
        if (options.RequestsPerSecond > 0)
            app.UseRateLimiter();
    }

    // Health and metrics are never limited: operators need them most when the gateway is busy.
    private static RateLimitPartition<string> Partition(HttpContext http, GatewayOptions options) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is null
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(IdentityOf(http), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestBurst,
                TokensPerPeriod = options.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            });

    private static string IdentityOf(HttpContext http) => http.User is CallerPrincipal { Caller.Subject: var subject }
        ? "sub " + subject
        : "ip " + http.Connection.RemoteIpAddress;
}
