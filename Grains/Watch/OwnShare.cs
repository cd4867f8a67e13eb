using Tocsin.Identity;

namespace Tocsin.Watch;

/// <summary>
/// Which streams are this silo's to look after: its share of the watch. For work that each silo may do and one should; whatever is done
/// twice while the membership changes must come to the same.
/// </summary>
internal sealed class OwnShare(ISiloStatusOracle silos, ILocalSiloDetails self)
{
    /// <summary>Whether a stream is of this silo's share; null while the silo does not belong to the cluster.</summary>
    public Func<StreamId, bool>? Now()
    {
        if (silos.CurrentStatus != SiloStatus.Active)
            return null;
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(s => s.ToParsableString()).ToList();
        if (active.Count <= 1)
            return static _ => true;
        var share = WatchShare.Of(self.SiloAddress.ToParsableString(), active).ToHashSet();
        return stream => share.Contains(stream.Bucket);
    }
}
