using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Days;

/// <summary>An incident of a real day, in the time of the run.</summary>
/// <param name="At">When it was received, from the beginning of the run.</param>
/// <param name="FurtherCalls">When further people called about it, after its receipt.</param>
/// <param name="Category">What it was.</param>
/// <param name="Priority">Tocsin's priority.</param>
/// <param name="Place">Where, moved to where the fleet is.</param>
/// <param name="Responses">Its units, in order of being sent.</param>
public sealed record RealIncident(
    TimeSpan At,
    IReadOnlyList<TimeSpan> FurtherCalls,
    string Category,
    int Priority,
    PointView Place,
    IReadOnlyList<RealResponse> Responses)
{
    /// <summary>When the last of its units was free, after its receipt.</summary>
    public TimeSpan Over => Responses.Select(r => r.Over).Append(FurtherCalls.DefaultIfEmpty(TimeSpan.Zero).Max()).Max();
}
