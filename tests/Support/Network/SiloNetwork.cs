using System.Globalization;
using Tocsin.Tests.Support.Postgres;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.Network;

/// <summary>
/// A host of its own for each silo, as far as the network goes: a network namespace with its own address, all on one bridge of this
/// machine. Only root can have it.
/// </summary>
public sealed class SiloNetwork : IAsyncDisposable
{
    private readonly string _name;
    private readonly string _subnet;
    private readonly int _hosts;

    private SiloNetwork(int hosts)
    {
        // Of this process, so that two runs do not meet: names have 15 letters at most, and the subnet is one of 256.
        _name = string.Create(CultureInfo.InvariantCulture, $"tf{Environment.ProcessId % 1_000_000}");
        _subnet = string.Create(CultureInfo.InvariantCulture, $"10.213.{Environment.ProcessId % 256}");
        _hosts = hosts;
    }

    /// <summary>This machine's own address on it.</summary>
    public string Here => $"{_subnet}.1";

    /// <summary>All its addresses.</summary>
    public string Addresses => $"{_subnet}.0/24";

    /// <summary>Where the silos run.</summary>
    public IReadOnlyList<SiloPlace> Places =>
        [.. Enumerable.Range(0, _hosts).Select(i => new SiloPlace(AddressOf(i), ["ip", "netns", "exec", NameOf(i)]))];

    /// <summary>Makes it.</summary>
    /// <exception cref="InvalidOperationException">Nobody may make networks here.</exception>
    public static async Task<SiloNetwork> MakeAsync(int hosts)
    {
        var network = new SiloNetwork(hosts);
        try
        {
            await IpAsync($"link add {network._name} type bridge");
            await IpAsync($"addr add {network.Here}/24 dev {network._name}");
            await IpAsync($"link set {network._name} up");
            for (var i = 0; i < hosts; i++)
                await network.AddAsync(i);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Pulls a host's cable.</summary>
    public Task CutAsync(int host) => IpAsync($"link set {NameOf(host)} down");

    /// <summary>Puts it in again.</summary>
    public Task HealAsync(int host) => IpAsync($"link set {NameOf(host)} up");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in Enumerable.Range(0, _hosts).Select(i => $"netns del {NameOf(i)}").Append($"link del {_name}"))
        {
            try
            {
                await IpAsync(command);
            }
            catch (InvalidOperationException)
            {
                // It was not made.
            }
        }
    }

    private static Task<string> IpAsync(string command) => PostgresServer.RunAsync("ip", command.Split(' '));

    private string NameOf(int host) => string.Create(CultureInfo.InvariantCulture, $"{_name}-{host}");

    private string AddressOf(int host) => string.Create(CultureInfo.InvariantCulture, $"{_subnet}.{10 + host}");

    private async Task AddAsync(int host)
    {
        var name = NameOf(host);
        await IpAsync($"netns add {name}");
        await IpAsync($"link add {name} type veth peer name eth0 netns {name}");
        await IpAsync($"link set {name} master {_name} up");
        await IpAsync($"-n {name} addr add {AddressOf(host)}/24 dev eth0");
        await IpAsync($"-n {name} link set eth0 up");
        await IpAsync($"-n {name} link set lo up");
    }
}
