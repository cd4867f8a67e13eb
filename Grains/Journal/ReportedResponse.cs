namespace Tocsin.Journal;

/// <summary>An assignment with what reports need of its incident.</summary>
/// <param name="Response">The assignment.</param>
/// <param name="ReceivedAt">The incident's receipt.</param>
/// <param name="Category">The incident's category.</param>
/// <param name="Priority">The incident's priority.</param>
/// <param name="Targets">The incident's limits; see <see cref="IncidentRow.Targets"/>.</param>
public sealed record ReportedResponse(ResponseRow Response, DateTimeOffset ReceivedAt, string Category, short Priority, string? Targets)
{
    /// <summary>The incident's own station, or null.</summary>
    public string? IncidentStation { get; init; }

    /// <summary>The number of the incident.</summary>
    public string IncidentNumber { get; init; } = "";

    /// <summary>When the incident was closed; null while it is open.</summary>
    public DateTimeOffset? IncidentClosedAt { get; init; }
}
