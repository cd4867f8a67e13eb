namespace Tocsin.Tests.Faults.Measuring;

/// <summary>One thing that went wrong, and when it was put right. Times are of the drive.</summary>
/// <param name="Name">What it was.</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">From when on the cluster could be whole: the database answers again, the link is up. Of a silo that is lost: when it
/// was lost.</param>
public sealed record Episode(string Name, TimeSpan Began, TimeSpan Ended);
