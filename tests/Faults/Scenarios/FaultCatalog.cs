namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>The faults by name.</summary>
public static class FaultCatalog
{
    private static readonly Dictionary<string, Func<Fault>> Makers = new()
    {
        ["kill"] = () => new KillFault(),
        ["freeze"] = () => new FreezeFault(),
        ["cut"] = () => new CutFault(),
        ["database"] = () => new DatabaseFault(),
        ["slow-database"] = () => new SlowDatabaseFault(),
        ["rolling"] = () => new RollingFault(),
        ["all-killed"] = () => new AllKilledFault(),
        ["primary-killed"] = () => new PrimaryFault(PrimaryFaultKind.Killed),
        ["primary-lost"] = () => new PrimaryFault(PrimaryFaultKind.Lost),
        ["primary-frozen"] = () => new PrimaryFault(PrimaryFaultKind.Frozen),
        ["primary-cut"] = () => new PrimaryFault(PrimaryFaultKind.Cut),
        ["standby-frozen"] = () => new PrimaryFault(PrimaryFaultKind.StandbyFrozen),
        ["switch-over"] = () => new PrimaryFault(PrimaryFaultKind.SwitchOver),
        ["disk"] = () => new DiskFault(),
        ["kill-embedded"] = () => new KillEmbeddedFault(),
        ["damage"] = () => new DamageFault(),
        ["damage-database"] = () => new DamagedDatabaseFault(),
    };

    /// <summary>Their names, as on the command line.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys];

    /// <summary>Makes one; its servers are not started yet.</summary>
    public static Fault Make(string name) => Makers[name]();
}
