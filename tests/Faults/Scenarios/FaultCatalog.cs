namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>The faults by name.</summary>
public static class FaultCatalog
{
    private static readonly Func<Fault>[] Makers = [() => new KillFault(), () => new FreezeFault()];

    /// <summary>Their names, as on the command line.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Select(make => make().Name)];

    /// <summary>Makes one; its servers are not started yet.</summary>
    public static Fault Make(string name) => Makers.Select(make => make()).First(fault => fault.Name == name);
}
