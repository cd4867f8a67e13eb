using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>A unit as it is registered: what the file shows of it, nothing else.</summary>
/// <param name="Id">The file's unit.</param>
/// <param name="Line">Where it stands first.</param>
/// <param name="Kind">Its unit type, the most frequent one.</param>
/// <param name="Station">The station area where it is most often sent to.</param>
/// <param name="Capabilities">ALS where one of its rows says so.</param>
/// <param name="Home">The mean of the places that it was sent to; null when none has coordinates.</param>
public sealed record PlannedUnit(string Id, int Line, string Kind, string? Station, IReadOnlyList<string> Capabilities, PointView? Home);
