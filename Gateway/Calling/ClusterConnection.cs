namespace Tocsin.Calling;

/// <summary>
/// Whether the cluster was ever found. Until then the client knows no grain, and says so with an exception that looks like a bug. Afterwards
/// calls are always tried: only trying connects anew.
/// </summary>
/// <param name="found">Whether it is there from the start: a silo in this very process.</param>
internal sealed class ClusterConnection(bool found)
{
    private volatile bool _found = found;

    /// <summary>Whether it was found.</summary>
    public bool IsFound => _found;

    /// <summary>Remembers that it was found.</summary>
    public void Found() => _found = true;
}
