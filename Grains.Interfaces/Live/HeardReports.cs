using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>What a gateway heard beside the journal since it last told a silo.</summary>
/// <param name="Positions">The newest good position of each unit.</param>
/// <param name="Outdated">Positions that are too old to move a unit: for the tracks, at most 10,000.</param>
/// <param name="Refused">The newest refused report of each unit.</param>
/// <param name="Presences">The presences of consoles.</param>
[GenerateSerializer, Immutable, Alias("tocsin.HeardReports")]
public sealed record HeardReports(
    [property: Id(0)] IReadOnlyList<PositionReport> Positions,
    [property: Id(1)] IReadOnlyList<PositionReport> Outdated,
    [property: Id(2)] IReadOnlyList<RefusedReport> Refused,
    [property: Id(3)] IReadOnlyList<PresenceReport> Presences);
