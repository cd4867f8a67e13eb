using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Tocsin.Hosting;

namespace Tocsin.Settings;

/// <summary>
/// The address at which the others reach this silo: an IP address; a name that is one of this machine's, as a container has it on one of
/// its networks; or <c>auto</c>, the machine's only address. The membership table keeps the address, so that finding a silo needs no name
/// service.
/// </summary>
public static class AdvertisedAddress
{
    /// <summary>The configuration's key.</summary>
    public const string Key = "Tocsin:AdvertisedAddress";

    /// <summary>The word for the machine's only address.</summary>
    public const string Auto = "auto";

    /// <summary>Whether a text can be one of the three.</summary>
    public static bool IsValid(string text) =>
        Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    /// <summary>Finds the address.</summary>
    /// <exception cref="MisconfigurationException">There is none, or there are several to choose from.</exception>
    public static IPAddress Find(string text) =>
        IPAddress.TryParse(text, out var address) ? address : Choose(text, text == Auto ? [] : Resolve(text), Own());

    /// <summary>Chooses among the candidates: IPv4 before IPv6, as silos of one cluster must all use the same.</summary>
    /// <param name="text">The configured text.</param>
    /// <param name="named">The addresses that the name resolves to.</param>
    /// <param name="own">The addresses of this machine.</param>
    /// <exception cref="MisconfigurationException">There is none, or there are several to choose from.</exception>
    public static IPAddress Choose(string text, IReadOnlyCollection<IPAddress> named, IReadOnlyCollection<IPAddress> own)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(own);
        var candidates = text == Auto ? own.Where(a => !IPAddress.IsLoopback(a)).ToList() : named.Where(own.Contains).Distinct().ToList();
        var family = candidates.Exists(a => a.AddressFamily == AddressFamily.InterNetwork)
            ? AddressFamily.InterNetwork
            : AddressFamily.InterNetworkV6;
        candidates.RemoveAll(a => a.AddressFamily != family);
        return candidates switch
        {
            [var only] => only,
            [] when text == Auto => throw new MisconfigurationException($"{Key}: '{Auto}' finds no address on this machine but loopback."),
            [] => throw new MisconfigurationException(
                $"{Key}: '{text}' is no address of this machine: it stands for {List(named)}, and the machine has {List(own)}."),
            _ => throw new MisconfigurationException($"{Key}: '{text}' could be {List(candidates)}: name one."),
        };
    }

    private static string List(IEnumerable<IPAddress> addresses) => string.Join(", ", addresses) is { Length: > 0 } list ? list : "none";

    private static IPAddress[] Resolve(string name)
    {
        try
        {
            return Dns.GetHostAddresses(name);
        }
        catch (SocketException e)
        {
            throw new MisconfigurationException($"{Key}: '{name}' is a name that nobody knows: {e.Message}", e);
        }
    }

    private static List<IPAddress> Own() => [.. NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .Where(a => !a.IsIPv6LinkLocal)];
}
