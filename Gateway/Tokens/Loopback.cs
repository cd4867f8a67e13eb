using System.Net;

namespace Tocsin.Tokens;

/// <summary>Whether a request was made on this very machine, by somebody who sits at it.</summary>
internal static class Loopback
{
    /// <summary>
    /// Looks at the connection, and at two ways to borrow it: a proxy on this machine that hands on the requests of others, and a page in a
    /// browser whose name was made to point here (DNS rebinding).
    /// </summary>
    public static bool IsWhereItComesFrom(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return false;
        if (!IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address))
            return false;
        var headers = http.Request.Headers;
        return !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded") && IsLocalName(http.Request.Host.Host);
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
