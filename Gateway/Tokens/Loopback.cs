using System.Net;

namespace Tocsin.Tokens;

/// <summary>Whether a request comes from a client on this machine.</summary>
internal static class Loopback
{
    /// <summary>
    /// Checks the connection, and two ways to misuse it: a proxy on this machine that forwards requests of others, and a page in a browser
    /// whose host name resolves to this machine (DNS rebinding).
    /// </summary>
    public static bool IsOrigin(HttpContext http)
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
