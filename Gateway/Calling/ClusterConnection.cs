namespace Tocsin.Calling;

/// <summary>
/// Whether the cluster was ever found. Before that, the Orleans client knows no grain, and fails with an exception that looks like a bug.
/// After that, calls are always attempted: only an attempt reconnects.
/// </summary>
/// <param name="found">Whether it is found from the start, as a silo in this process is.</param>
internal sealed class ClusterConnection(bool found)
{
    private volatile bool _found = found;

    /// <summary>Whether it was found.</summary>
    public bool IsFound => _found;

    /// <summary>Records that it was found.</summary>
    public void Found() => _found = true;
}
