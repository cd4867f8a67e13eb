using Orleans.Configuration;

namespace Tocsin.Hosting;

/// <summary>
/// Membership in seconds: a silo that is killed or frozen is out of the cluster, and its grains are back, in less than five seconds (with
/// the defaults of Orleans, eleven).
/// </summary>
internal static class MembershipTuning
{
    /// <summary>Sets the options.</summary>
    public static void Apply(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MinProbeTimeout = TimeSpan.FromMilliseconds(500);

        // Its default would shield a frozen silo for 8 s behind the connection liveness check.
        options.MaxProbeTimeout = TimeSpan.FromMilliseconds(1500);
        options.NumMissedProbesLimit = 2;

        // A silo joins once every active silo of the table answers it or is dead. After a power cut those of before never answer: they are
        // passed over when they have not said for three times this that they live, and not before.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(1);
        options.NumMissedTableIAmAliveLimit = 3;

        // Read as often as it is written: a view that is older would take the living for silent.
        options.TableRefreshTimeout = TimeSpan.FromSeconds(1);
        options.DefunctSiloExpiration = TimeSpan.FromHours(1);
    }
}
