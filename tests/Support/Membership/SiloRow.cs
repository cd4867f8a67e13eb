namespace Tocsin.Tests.Support.Membership;

/// <summary>One silo in the table of the cluster's members, as it once joined.</summary>
/// <param name="Port">Its port for other silos.</param>
/// <param name="Generation">When it joined: the same silo, started again, is another member.</param>
/// <param name="Status">Orleans' number: 3 active, 6 dead.</param>
/// <param name="IsVotedOut">Whether others voted it out; one that left by itself has no votes.</param>
public sealed record SiloRow(int Port, int Generation, int Status, bool IsVotedOut)
{
    /// <summary>Whether it counts as a member.</summary>
    public bool IsActive => Status == 3;

    /// <summary>Whether the others know it as dead.</summary>
    public bool IsDead => Status == 6;
}
