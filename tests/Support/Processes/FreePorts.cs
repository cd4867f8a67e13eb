using System.Net;
using System.Net.Sockets;

namespace Tocsin.Tests.Support.Processes;

/// <summary>
/// Ports that nobody uses now. Each is given once to this process. They lie below those that systems give to outgoing connections: such a
/// connection could otherwise take the port of a server that a test has just killed and starts again.
/// </summary>
public static class FreePorts
{
    private const int First = 16_000;
    private const int Count = 16_000;

    // Two processes of tests begin at different ports.
    private static int _next = Random.Shared.Next(Count);

    /// <summary>One more.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it.
            }
        }
    }
}
