namespace Tocsin.Tests.Support.Processes;

/// <summary>Where a silo runs.</summary>
/// <param name="Address">The IP address at which everybody reaches it.</param>
/// <param name="Launcher">What starts it there; empty on this very machine.</param>
public sealed record SiloPlace(string Address, IReadOnlyList<string> Launcher)
{
    /// <summary>Beside everything else.</summary>
    public static SiloPlace Loopback { get; } = new("127.0.0.1", []);
}
