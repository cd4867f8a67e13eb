namespace Tocsin.Tests.Faults.Driving;

/// <summary>How hard the cluster is driven while something is broken.</summary>
public static class DriveLimits
{
    /// <summary>
    /// Incidents that are commanded all the time: enough that each of three silos has eight or so, and few enough that two cores are not
    /// full of them.
    /// </summary>
    public const int Incidents = 24;

    /// <summary>Whole dispatch cycles (call, incident, assignment, stages, closure) under way beside them.</summary>
    public const int Cycles = 2;

    /// <summary>
    /// Commands of one incident that may be unanswered at once. Each is repeated after a second at the latest, so that some try begins
    /// every 50 ms.
    /// </summary>
    public const int UnansweredMax = 20;

    /// <summary>An incident is commanded this often unless the plan says otherwise, whether it answers or not.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    /// <summary>One try is given up after this; the next one goes to the other gateway, with the same key.</summary>
    public static readonly TimeSpan Try = TimeSpan.FromSeconds(1);

    /// <summary>A command that is not answered by then has failed: the gateway's own limit for one (CallPolicy.Command).</summary>
    public static readonly TimeSpan FailedAfter = TimeSpan.FromSeconds(8);

    /// <summary>The longest pause between two tries of a command that is refused for now (503).</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>People's delays in a cycle, as a share of those of the load profiles: a cycle takes about 2 s.</summary>
    public const double Haste = 0.1;
}
