using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Reports a stage of an assignment.</summary>
/// <param name="UnitId">Its active assignment here, else its latest.</param>
/// <param name="Stage">Acknowledged, EnRoute, OnScene, Cleared, Declined or Cancelled.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
/// <param name="Note">At most 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReportProgress")]
public sealed record ReportProgress(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] AssignmentStage Stage,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string? Note) : IncidentCommand;
