using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Limits;

/// <summary>
/// The rate limits: a token bucket for each subject, and for each address of requests without a valid token; a request takes as many tokens
/// as it costs. Who signed in by the development sign-in is not limited. Nor is what needs no token, such as health, metrics and the
/// console's settings: a stranger behind the same proxy must not lock people out, and operators need them most when the gateway is busy.
/// </summary>
internal sealed class IdentityLimits(
    RequestDelegate next, PartitionedRateLimiter<string> limiter, GatewayOptions options, ProblemWriter problems, LimitMetrics metrics)
{
    private const int Ipv6PrefixBytes = 8;

    /// <summary>The buckets, one for each identity.</summary>
    public static PartitionedRateLimiter<string> Buckets(GatewayOptions options) => PartitionedRateLimiter.Create<string, string>(
        identity => RateLimitPartition.GetTokenBucketLimiter(identity, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestBurst,
            TokensPerPeriod = options.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { IsOpen: false } operation
        && context.User is not CallerPrincipal { IsDevelopment: true }
            ? LimitAsync(context, operation)
            : next(context);

    private async Task LimitAsync(HttpContext context, ApiOperation operation)
    {
        using var lease = limiter.AttemptAcquire(IdentityOf(context), Math.Min(operation.Cost(context.Request), options.RequestBurst));
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        metrics.Reached("requests");
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await problems.Write(context, Problem.RateLimited);
    }

    private static string IdentityOf(HttpContext http) => http.User is CallerPrincipal { Caller.Subject: var subject }
        ? "sub " + subject
        : "ip " + NetworkOf(http.Connection.RemoteIpAddress);

    // One machine has a whole /64 of IPv6 addresses.
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } =>
            Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Ipv6PrefixBytes)),
        _ => address.MapToIPv4().ToString(),
    };
}
