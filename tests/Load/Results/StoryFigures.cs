namespace Tocsin.Tests.Load.Results;

/// <summary>What happened.</summary>
/// <param name="Calls">Calls that came.</param>
/// <param name="Incidents">Incidents that were made.</param>
/// <param name="Joined">Calls that joined the one event.</param>
/// <param name="Unoffered">Of these, calls to which it was not offered as a likely duplicate.</param>
/// <param name="Declined">Units that refused.</param>
/// <param name="Silent">Units that never answered and were recalled.</param>
/// <param name="WithoutUnit">Incidents or places for which no unit was free.</param>
/// <param name="BrokenOff">Stories that ended early since a request failed.</param>
/// <param name="Unfinished">Stories that were still under way when all time was up.</param>
/// <param name="Positions">Positions that were accepted.</param>
public sealed record StoryFigures(
    int Calls, int Incidents, int Joined, int Unoffered, int Declined, int Silent, int WithoutUnit, int BrokenOff, int Unfinished,
    long Positions);
