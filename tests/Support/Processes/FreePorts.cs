using System.Net;
using System.Net.Sockets;

namespace Tocsin.Tests.Support.Processes;

/// <summary>Ports that nobody uses now. Each is given once to this process.</summary>
public static class FreePorts
{
    private static readonly HashSet<int> Given = [];

    /// <summary>One more.</summary>
    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            lock (Given)
            {
                if (Given.Add(port))
                    return port;
            }
        }
    }
}
