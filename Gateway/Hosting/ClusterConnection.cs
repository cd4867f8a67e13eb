namespace Tocsin.Hosting;

/// <summary>To how many silos this gateway has a connection, as far as the client says.</summary>
internal sealed class ClusterConnection
{
    // Unknown until the client says something: connecting at the start is no change that it tells.
    private int _silos = -1;

    /// <summary>Whether there may be one.</summary>
    public bool MayBeThere => Volatile.Read(ref _silos) != 0;

    /// <summary>Remembers to how many silos there is a connection.</summary>
    public void Count(int silos) => Volatile.Write(ref _silos, silos);
}
