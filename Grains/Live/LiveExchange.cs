using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// What gateways tell this silo, it keeps and passes on to every other active silo; what the others pass on, it keeps. Nothing is awaited.
/// </summary>
internal sealed class LiveExchange(
    PositionBook positions,
    PresenceBook presences,
    PositionKeeping keeping,
    LiveServiceClient services,
    ISiloStatusOracle silos,
    ILocalSiloDetails self)
{
    /// <summary>Takes what a gateway heard.</summary>
    public void TakeFromGateway(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present)
    {
        var news = Take(reports, present);
        keeping.Keep(news);
        if (news.Count == 0 && present.Count == 0)
            return;
        foreach (var silo in silos.GetApproximateSiloStatuses(onlyActive: true).Keys)
        {
            if (!silo.Equals(self.SiloAddress))
                services.At(silo).Take(news, present).Ignore();
        }
    }

    /// <summary>Takes what another silo passes on.</summary>
    public void TakeFromSilo(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present) => Take(reports, present);

    private IReadOnlyList<PositionReport> Take(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present)
    {
        foreach (var presence in present)
            presences.Take(presence);
        return positions.Take(reports);
    }
}
