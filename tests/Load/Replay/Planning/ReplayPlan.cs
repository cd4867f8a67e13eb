namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>What a file becomes: every command, in an order that may be kept loosely, and what never becomes one.</summary>
/// <param name="Units">The units, by id.</param>
/// <param name="Incidents">The incidents in the order in which the file names them.</param>
/// <param name="Responses">The responses in order of dispatch.</param>
/// <param name="Steps">The commands; each comes after all that it waits for.</param>
/// <param name="NotCarried">What of the file is no command, and why.</param>
public sealed record ReplayPlan(
    IReadOnlyList<PlannedUnit> Units,
    IReadOnlyList<PlannedIncident> Incidents,
    IReadOnlyList<PlannedResponse> Responses,
    IReadOnlyList<Step> Steps,
    IReadOnlyList<NotCarried> NotCarried);
