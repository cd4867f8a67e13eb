namespace Tocsin.Tests.Faults.Alerting;

/// <summary>Something that goes wrong, and the alerts that must say so.</summary>
/// <param name="Name">How it is called on the command line.</param>
/// <param name="What">What happens.</param>
/// <param name="Alerts">Who must fire.</param>
/// <param name="BeginAsync">Brings it about, and leaves it so.</param>
/// <param name="EndAsync">Puts it right again.</param>
public sealed record AlertFault(
    string Name, string What, IReadOnlyList<string> Alerts, Func<WatchedCluster, Task> BeginAsync, Func<WatchedCluster, Task> EndAsync)
{
    /// <summary>Alerts whose end is not waited for: their windows are longer than anybody watches this program.</summary>
    public IReadOnlyList<string> Lasting { get; init; } = [];

    /// <summary>
    /// Which instances of the alerts count, by a label; null: all. The machine under this program may have troubles of its own.
    /// </summary>
    public Func<WatchedCluster, IReadOnlyDictionary<string, string>, bool>? Concerns { get; init; }
}
