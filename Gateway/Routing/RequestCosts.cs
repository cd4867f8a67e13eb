namespace Tocsin.Routing;

/// <summary>
/// What a request takes of its identity's share. A command or a read of one thing is 1; the others by how much longer a command waits
/// beside eight clients that ask for nothing else (measured on two cores, 2026-11-29).
/// </summary>
internal static class RequestCosts
{
    /// <summary>A command, or a read of one thing.</summary>
    public const int Usual = 1;

    /// <summary>A page of a list, a search, a trail.</summary>
    public const int List = 4;

    /// <summary>A report.</summary>
    public const int Report = 20;

    /// <summary>A past board.</summary>
    public const int PastBoard = 20;
}
