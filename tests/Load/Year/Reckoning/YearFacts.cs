using Tocsin.Tests.Load.Statistics;
using Tocsin.Tests.Load.Year.Planning;

namespace Tocsin.Tests.Load.Year.Reckoning;

/// <summary>What the response-times report has to be made of.</summary>
public static class YearFacts
{
    /// <summary>The facts of every incident that counts.</summary>
    public static IReadOnlyList<IncidentFact> Of(YearPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.CountedIncidents.Select(
            i => new IncidentFact(i.ReceivedAt, i.Category.Name, i.Priority, [.. i.Responses.Select((r, place) => Of(i, r, place))]))];
    }

    private static ResponseFact Of(YearIncident incident, YearResponse response, int place) =>
        new(
            response.AssignedAt,
            response.AcknowledgedAt,
            response.EnRouteAt,
            response.OnSceneAt,
            place == 0 ? incident.Feedback[0].At : null);
}
