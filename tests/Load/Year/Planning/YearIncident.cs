using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>An incident and everything that is done about it.</summary>
public sealed class YearIncident
{
    /// <summary>Its place among the year's incidents, drills included, in order of receipt.</summary>
    public required int Index { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What it is.</summary>
    public required YearCategory Category { get; init; }

    /// <summary>1..4.</summary>
    public required int Priority { get; init; }

    /// <summary>The station responsible; null where the place is not known.</summary>
    public required string? Station { get; init; }

    /// <summary>Where; null: not known.</summary>
    public required PointView? Place { get; init; }

    /// <summary>A drill.</summary>
    public required bool Exercise { get; init; }

    /// <summary>The units, the one in charge first.</summary>
    public List<YearResponse> Responses { get; } = [];

    /// <summary>What the unit in charge reported, in order.</summary>
    public List<YearFeedback> Feedback { get; } = [];

    /// <summary>When it was closed; null: it is still open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The call that made it; null: a patrol came upon it.</summary>
    public YearCall? Call { get; set; }

    /// <summary>The incidents that its units were on before: a unit is on one at a time, so they are over first.</summary>
    public HashSet<YearIncident> After { get; } = [];
}
