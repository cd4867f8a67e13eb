using Tocsin.Identity;

namespace Tocsin.Watch;

/// <summary>
/// Which buckets a silo watches: rendezvous hashing over the active silos, so that one that leaves moves its own buckets only.
/// </summary>
internal static class WatchShare
{
    /// <summary>The buckets of a silo; all of them when it is alone.</summary>
    /// <param name="own">The silo.</param>
    /// <param name="active">All active silos, itself included or not.</param>
    public static IReadOnlyList<byte> Of(string own, IReadOnlyCollection<string> active)
    {
        var share = new List<byte>(StreamId.BucketCount);
        for (var bucket = 0; bucket < StreamId.BucketCount; bucket++)
        {
            var weight = Weight(own, bucket);
            if (active.All(other => other == own
                || Weight(other, bucket).CompareTo(weight) is var c && (c < 0 || (c == 0 && string.CompareOrdinal(other, own) < 0))))
            {
                share.Add((byte)bucket);
            }
        }

        return share;
    }

    // FNV-1a, and a last mix, without which neighbours in name would be neighbours in weight.
    private static uint Weight(string silo, int bucket)
    {
        var hash = 2166136261u;
        foreach (var c in silo)
            hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (uint)bucket) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
