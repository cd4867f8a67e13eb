using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Network;
using Tocsin.Tests.Support.Postgres;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// Something befalls the primary of a database on three machines, each in a network namespace: a synchronous standby takes over, and
/// afterwards every other machine is a standby again. Nobody lends a hand.
/// </summary>
/// <param name="kind">What befalls it.</param>
public sealed class PrimaryFault(PrimaryFaultKind kind) : ClusterFault
{
    private static readonly TimeSpan s_awayFor = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_frozenFor = TimeSpan.FromSeconds(60);
    private SiloNetwork? _network;
    private DatabaseHosts? _hosts;

    /// <inheritdoc/>
    public override string Name => kind switch
    {
        PrimaryFaultKind.Killed => "primary-killed",
        PrimaryFaultKind.Lost => "primary-lost",
        PrimaryFaultKind.Frozen => "primary-frozen",
        PrimaryFaultKind.Cut => "primary-cut",
        PrimaryFaultKind.StandbyFrozen => "standby-frozen",
        _ => "switch-over",
    };

    /// <inheritdoc/>
    public override FaultLimits Limits => kind == PrimaryFaultKind.SwitchOver ? FaultLimits.SwitchOver : FaultLimits.PrimaryLost;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Logs =>
        base.Logs.Concat(_hosts?.Logs ?? new Dictionary<string, string>()).ToDictionary();

    /// <inheritdoc/>
    protected override ClusterPlan Plan => new() { Database = Hosts.ConnectionString, SiloArguments = ["--Tocsin:Standby", "GoOn"] };

    private DatabaseHosts Hosts => _hosts ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task OpenAsync()
    {
        if (!DatabaseHosts.IsInstalled)
            throw new NotPermittedException("Patroni and etcd are not installed: ops/install-parts.");
        try
        {
            _network = await SiloNetwork.MakeAsync(DatabaseHosts.Count);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new NotPermittedException($"Network namespaces cannot be made here: {e.Message}", e);
        }

        _hosts = await DatabaseHosts.StartAsync(_network, "GoOn");
        await base.OpenAsync();
    }

    /// <inheritdoc/>
    public override async Task BeforeAsync()
    {
        await Hosts.WholeAsync();
        await base.BeforeAsync();
    }

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var victim = await (kind == PrimaryFaultKind.StandbyFrozen ? Hosts.StandbyAsync() : Hosts.PrimaryAsync())
            ?? throw new InvalidOperationException("There is no such machine.");
        var struck = course.Elapsed;
        course.Lost($"machine {victim + 1}: {Name}", struck);
        await StrikeAsync(victim);
        if (kind != PrimaryFaultKind.StandbyFrozen)
            await course.WaitAsync("another machine has the primary", HasMovedAsync);
        await Hosts.WholeAsync();

        async Task<bool> HasMovedAsync() => await Hosts.PrimaryAsync() is { } primary && primary != victim;
    }

    /// <inheritdoc/>
    protected override async Task CloseAsync()
    {
        await base.CloseAsync();
        if (_hosts is not null)
            await _hosts.DisposeAsync();
        if (_network is not null)
            await _network.DisposeAsync();
    }

    private async Task StrikeAsync(int host)
    {
        switch (kind)
        {
            case PrimaryFaultKind.Killed:
                await Hosts.KillPostgresAsync(host);
                break;
            case PrimaryFaultKind.Lost:
                await Hosts.KillAsync(host);
                await Task.Delay(s_awayFor);
                Hosts.StartAgain(host);
                break;
            case PrimaryFaultKind.Cut:
                await Hosts.CutAsync(host);
                await Task.Delay(s_awayFor);
                await Hosts.HealAsync(host);
                break;
            case PrimaryFaultKind.SwitchOver:
                await Hosts.SwitchOverAsync();
                break;
            default:
                await Hosts.FreezeAsync(host);
                await Task.Delay(s_frozenFor);
                await Hosts.ThawAsync(host);
                break;
        }
    }
}
