using System.Net;
using Microsoft.AspNetCore.Connections;
using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>
/// A member of the cluster without TLS: on loopback only, unless <c>Tocsin:Tls:None</c> says by name that nobody else is on the network.
/// Whoever can connect to such a member, or listen, has what its members have.
/// </summary>
public static class PlainMember
{
    /// <summary>The key that allows it.</summary>
    public const string Key = "Tocsin:Tls:None";

    private const string CertificateKey = "Tocsin:Tls:CertificateFile";

    /// <summary>Whether the configuration allows it.</summary>
    /// <exception cref="MisconfigurationException">The key has no usable value.</exception>
    public static bool IsAllowed(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[Key] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var flag) => flag,
            _ => throw new MisconfigurationException(Key, "must be true or false"),
        };
    }

    /// <summary>Lets a member start, or not; one without TLS warns at each start.</summary>
    /// <param name="services">What warns is added to them.</param>
    /// <param name="allowed">Whether <see cref="Key"/> allows it.</param>
    /// <param name="tls">The member's TLS; null: it has none.</param>
    /// <param name="address">At which address others reach it; null: at none, as a gateway.</param>
    /// <exception cref="MisconfigurationException">It has no TLS where it must, or two answers to one question.</exception>
    public static void Allow(IServiceCollection services, bool allowed, ClusterTls? tls, IPAddress? address = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (tls is not null)
        {
            if (allowed)
                throw new MisconfigurationException(Key, $"must not be true with {CertificateKey}");
            return;
        }

        if (!allowed && address is not null && !IPAddress.IsLoopback(address))
        {
            throw new MisconfigurationException(
                CertificateKey,
                $"is needed where other machines reach this silo, here at {address}: whoever reaches it can be anybody ({Key}=true does "
                + "without, where nobody else is on that network)");
        }

        if (allowed)
            services.AddHostedService<PlainWarning>();
    }

    /// <summary>Refuses each connection that leaves this machine.</summary>
    public static void RequireLoopback(IConnectionBuilder connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        connection.Use(next => context => context.RemoteEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address)
            ? next(context)
            : throw new InvalidOperationException(
                $"The silo at {context.RemoteEndPoint} is not called without TLS: set Tocsin:Tls:*, or {Key}=true where nobody else is on "
                + "that network."));
    }
}
