using System.Collections.Frozen;
using System.Net;

namespace Tocsin.Tokens;

/// <summary>Whether a request comes from a client on this machine.</summary>
internal static class Loopback
{
    private static readonly FrozenSet<string> ProxyHeaders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP", "CDN-Loop");

    // Whatever a proxy says of the request as it came: X-Forwarded-For, -Host, -Proto, and what takes their place once they are read.
    private static readonly string[] ProxyPrefixes = ["X-Forwarded-", "X-Original-"];

    /// <summary>
    /// Checks the connection, and two ways to misuse it: a proxy on this machine that forwards requests of others, and a page in a browser
    /// that is of another origin, or whose host name resolves to this machine (DNS rebinding).
    /// </summary>
    public static bool IsOrigin(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return false;
        if (!IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address))
            return false;
        var headers = http.Request.Headers;
        return IsLocalName(http.Request.Host.Host) && !headers.Keys.Any(IsOfProxy) && IsOwnPage(headers);
    }

    private static bool IsOfProxy(string header) =>
        ProxyHeaders.Contains(header) || ProxyPrefixes.Any(p => header.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    // What no browser sent has neither header.
    private static bool IsOwnPage(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Site"] is [] or ["same-origin" or "none"]
        && (headers.Origin.Count == 0 || (Uri.TryCreate(headers.Origin, UriKind.Absolute, out var origin) && IsLocalName(origin.Host)));

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
