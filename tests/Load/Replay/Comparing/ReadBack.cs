using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Comparing;

/// <summary>Everything that was read back over HTTP.</summary>
/// <param name="Incidents">The incidents of this run by their ids.</param>
/// <param name="Units">The units by id.</param>
/// <param name="Others">Incidents of others received in the file's range, which the report counts too.</param>
/// <param name="Missing">What a GET was not answered with: path and code.</param>
public sealed record ReadBack(
    IReadOnlyDictionary<string, IncidentView> Incidents,
    IReadOnlyDictionary<string, UnitView> Units,
    IReadOnlyList<IncidentView> Others,
    IReadOnlyList<(string Path, string Code)> Missing);
