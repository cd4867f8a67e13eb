using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>
/// Intervals that are not negative and yet cannot be true: an end of them lies before the assignment that it belongs to. Those that start
/// with the assignment are negative then.
/// </summary>
internal static class SuspectTimes
{
    /// <summary>Whether somebody was on scene before anybody was assigned.</summary>
    public static bool OfResponse(IncidentRow incident) => incident.FirstOnSceneAt < incident.FirstAssignedAt;

    /// <summary>Whether the unit was on its way or there before it was assigned.</summary>
    public static bool OfTravel(ResponseRow response) =>
        response.EnRouteAt < response.AssignedAt || response.OnSceneAt < response.AssignedAt;

    /// <summary>Whether the unit was there before it was assigned.</summary>
    public static bool OfFeedback(ResponseRow response) => response.OnSceneAt < response.AssignedAt;
}
