namespace Tocsin.Calling;

/// <summary>
/// Whether the cluster was ever found. Before that, the Orleans client knows no grain, and fails with an exception that looks like a bug.
/// After that, calls are always attempted: only an attempt reconnects.
/// </summary>
/// <param name="found">Whether it is found from the start, as a silo in this process is.</param>
/// <param name="knowsGrains">Whether the grains of some silo are known by now; null: never.</param>
internal sealed class ClusterConnection(bool found, Func<bool>? knowsGrains = null)
{
    private volatile bool _found = found;

    /// <summary>Whether it was found.</summary>
    public bool IsFound => _found;

    /// <summary>
    /// Whether it is known which grains the cluster has: then one that is not among them is one that no silo has. A client that has just
    /// connected may not know it yet.
    /// </summary>
    public bool KnowsGrains => knowsGrains?.Invoke() ?? false;

    /// <summary>Records that it was found.</summary>
    public void Found() => _found = true;
}
