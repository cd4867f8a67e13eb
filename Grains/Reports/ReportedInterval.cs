using Tocsin.Identity;

namespace Tocsin.Reports;

/// <summary>One interval of one incident or assignment, with what it is grouped and listed by.</summary>
/// <param name="Kind">Which interval.</param>
/// <param name="Span">From when to when.</param>
/// <param name="Target">The limit by which it is measured, or null.</param>
internal readonly record struct ReportedInterval(ReportInterval Kind, ReportSpan Span, ReportTarget? Target)
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The number of the incident.</summary>
    public required string Number { get; init; }

    /// <summary>The receipt of the incident.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The category of the incident.</summary>
    public required string Category { get; init; }

    /// <summary>The priority of the incident.</summary>
    public required short Priority { get; init; }

    /// <summary>The own station of the incident.</summary>
    public required string? IncidentStation { get; init; }

    /// <summary>The unit by which it is grouped, or null.</summary>
    public required UnitId? Unit { get; init; }

    /// <summary>The station of that unit, or null.</summary>
    public required string? Station { get; init; }

    /// <summary>The place of the assignment in its incident, from 0; 0 for an incident's own interval.</summary>
    public int Ordinal { get; init; }
}
