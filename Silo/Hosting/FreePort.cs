using System.Net;
using System.Net.Sockets;

namespace Tocsin.Hosting;

/// <summary>A port that nobody uses: the embedded silo speaks to nobody, but must listen, and several may run on one machine.</summary>
internal static class FreePort
{
    /// <summary>Finds one on loopback.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
