namespace Tocsin.Tests.Load.Statistics;

/// <summary>The response-times report, computed from facts alone: what the server's must be equal to.</summary>
public sealed record ReportFigures(int Incidents, int Responses, IReadOnlyDictionary<string, IntervalFigures> Intervals)
{
    /// <summary>The intervals in the order of the contract.</summary>
    public static IReadOnlyList<string> Names { get; } = ["processing", "response", "acknowledge", "turnout", "travel", "feedback"];

    /// <summary>The figures of <paramref name="incidents"/> taken together.</summary>
    public static ReportFigures Of(IReadOnlyCollection<IncidentFact> incidents)
    {
        var responses = incidents.SelectMany(i => i.Responses).ToList();
        return new ReportFigures(incidents.Count, responses.Count, new Dictionary<string, IntervalFigures>
        {
            ["processing"] = IntervalFigures.Of(incidents.Select(i => Seconds(i.ReceivedAt, First(i, r => r.AssignedAt))).OfType<double>()),
            ["response"] = IntervalFigures.Of(incidents.Select(i => Seconds(i.ReceivedAt, First(i, r => r.OnSceneAt))).OfType<double>()),
            ["acknowledge"] = IntervalFigures.Of(responses.Select(r => Seconds(r.AssignedAt, r.AcknowledgedAt)).OfType<double>()),
            ["turnout"] = IntervalFigures.Of(responses.Select(r => Seconds(r.AssignedAt, r.EnRouteAt)).OfType<double>()),
            ["travel"] = IntervalFigures.Of(responses.Select(r => Seconds(r.EnRouteAt, r.OnSceneAt)).OfType<double>()),
            ["feedback"] = IntervalFigures.Of(responses.Select(r => Seconds(r.OnSceneAt, r.FeedbackAt)).OfType<double>()),
        });
    }

    private static DateTimeOffset? First(IncidentFact incident, Func<ResponseFact, DateTimeOffset?> time) => incident.Responses.Min(time);

    private static double? Seconds(DateTimeOffset? from, DateTimeOffset? to) => (to - from)?.TotalSeconds;
}
