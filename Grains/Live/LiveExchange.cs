using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// What gateways tell this silo, it keeps and passes on to every other active silo; what the others pass on, it keeps. Nothing is awaited.
/// </summary>
internal sealed class LiveExchange(
    PositionBook positions,
    RefusalBook refusals,
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
        foreach (var silo in Others())
            services.At(silo).Take(news, present).Ignore();
    }

    /// <summary>Takes what a gateway heard, with what it refused.</summary>
    public void TakeFromGateway(HeardReports heard)
    {
        TakeFromGateway(heard.Positions, heard.Presences);
        keeping.KeepOutdated(heard.Outdated);
        if (heard.Refused.Count == 0)
            return;
        refusals.Take(heard.Refused);
        foreach (var silo in Others())
            services.At(silo).TakeRefused(heard.Refused).Ignore();
    }

    /// <summary>Takes what another silo passes on.</summary>
    public void TakeFromSilo(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present) => Take(reports, present);

    /// <summary>Takes the refused reports that another silo passes on.</summary>
    public void TakeFromSilo(IReadOnlyList<RefusedReport> refused) => refusals.Take(refused);

    private IEnumerable<SiloAddress> Others() =>
        silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(silo => !silo.Equals(self.SiloAddress));

    private IReadOnlyList<PositionReport> Take(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present)
    {
        foreach (var presence in present)
            presences.Take(presence);
        return positions.Take(reports);
    }
}
