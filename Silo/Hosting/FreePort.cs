using System.Net;
using System.Net.Sockets;

namespace Tocsin.Hosting;

/// <summary>Finds a free port: the embedded silo talks to nobody, but must listen, and several may run on one machine.</summary>
internal static class FreePort
{
    /// <summary>A port on loopback that is free now.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
