using Npgsql;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Network;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// One silo of three loses its network: to the other silos, to the gateways and to the database. Nothing is closed; packets vanish. When
/// the network is back it finds that it was voted out, ends itself, and is started again.
/// </summary>
public sealed class CutFault : ClusterFault
{
    private const int Silos = 3;
    private static readonly TimeSpan CutFor = TimeSpan.FromSeconds(9);
    private SiloNetwork? _network;

    /// <inheritdoc/>
    public override string Name => "cut";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.SiloLost;

    /// <inheritdoc/>
    protected override ClusterPlan Plan => new()
    {
        Silos = Silos,
        Places = Network.Places,
        Trusted = Network.Addresses,
        PostgresSettings = ["max_connections=200", $"listen_addresses='127.0.0.1,{Network.Here}'"],
        SiloConnection = connection => new NpgsqlConnectionStringBuilder(connection) { Host = Network.Here }.ConnectionString,
    };

    private SiloNetwork Network => _network ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task OpenAsync()
    {
        try
        {
            _network = await SiloNetwork.MakeAsync(Silos);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new NotPermittedException($"Network namespaces cannot be made here: {e.Message}", e);
        }

        await base.OpenAsync();
    }

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var victim = VictimOf(course);
        var generation = await CondemnAsync(victim);
        var restarts = SupervisorOf(Cluster.Silos[victim]).Restarts;
        var struck = course.Elapsed;
        await Network.CutAsync(victim);
        course.Lost("cut off", struck);
        await DetectAsync(course, generation, struck);
        if (struck + CutFor - course.Elapsed is { Ticks: > 0 } rest)
            await Task.Delay(rest);
        await Network.HealAsync(victim);
        await StartedAgainAsync(course, victim, restarts);
    }

    /// <inheritdoc/>
    protected override async Task CloseAsync()
    {
        await base.CloseAsync();
        if (_network is not null)
            await _network.DisposeAsync();
    }
}
