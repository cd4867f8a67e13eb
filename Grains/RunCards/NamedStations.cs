using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>The stations that a run card names and did not name before, as they stand now.</summary>
/// <param name="Stations">In the order of the card.</param>
internal sealed record NamedStations(IReadOnlyList<Jurisdiction> Stations);
