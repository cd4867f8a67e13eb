using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>The narrow row of an incident, by which lists and reports find it. Written whole whenever anything in it changed.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Number">The number that people say aloud, <c>YYMMDD-NNNN</c>; a unique index keeps it unique for ever.</param>
/// <param name="Open">Whether it is not closed.</param>
/// <param name="Category">The category (nature).</param>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Station">The incident's own station, or null.</param>
/// <param name="Exercise">Whether it is a drill or a probe, left out of reports.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="ClosedAt">When it was closed, or null.</param>
/// <param name="FirstAssignedAt">The earliest <c>assignedAt</c> of all its assignments, also those that were cancelled.</param>
/// <param name="FirstAssignedUnit">The unit of that assignment.</param>
/// <param name="FirstAssignedStation">The station of that unit.</param>
/// <param name="FirstOnSceneAt">The earliest <c>onSceneAt</c>.</param>
/// <param name="FirstOnSceneUnit">The unit that arrived then.</param>
/// <param name="FirstOnSceneStation">The station of that unit.</param>
/// <param name="Search">The text that <c>q</c> searches: number, address, category, narrative, lower case, separated by line feeds.</param>
public sealed record IncidentRow(
    IncidentId Id,
    string Number,
    bool Open,
    string Category,
    short Priority,
    string? Station,
    bool Exercise,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? FirstAssignedAt,
    UnitId? FirstAssignedUnit,
    string? FirstAssignedStation,
    DateTimeOffset? FirstOnSceneAt,
    UnitId? FirstOnSceneUnit,
    string? FirstOnSceneStation,
    string Search)
{
    /// <summary>
    /// The limits of its timing policy that reports compare with, JSON text of <c>ReportTargets</c>; null if it has no policy.
    /// </summary>
    public string? Targets { get; init; }
}
