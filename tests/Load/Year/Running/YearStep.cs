using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Year.Planning;

namespace Tocsin.Tests.Load.Year.Running;

/// <summary>A command of an incident that is there.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What it is, for people.</param>
/// <param name="Key">What tells it from the incident's others.</param>
/// <param name="Request">The request, once the incident has an id.</param>
public sealed record YearStep(DateTimeOffset At, string Kind, string Key, Func<string, Request> Request)
{
    /// <summary>Everything that is done about an incident after it was made, in the order in which it happened.</summary>
    public static IReadOnlyList<YearStep> Of(YearIncident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var (units, sentAt) = (incident.Responses.Select(r => r.Unit), incident.Responses[0].AssignedAt);
        List<YearStep> steps =
        [
            new(sentAt, "assign", "assign", id => YearRequests.Assign(id, units, sentAt)),
            .. incident.Responses.SelectMany((response, place) => Of(response, place + 1)),
        ];
        foreach (var (feedback, number) in incident.Feedback.Select((f, i) => (f, i)))
        {
            steps.Add(
                new(feedback.At, "feedback", $"feedback{number}", id => YearRequests.Feedback(id, incident.Responses[0].Unit, feedback)));
        }

        if (incident.ClosedAt is { } closed)
            steps.Add(new(closed, "close", "close", id => YearRequests.Close(id, closed)));

        // What a wrong clock tells of before the unit was sent is told afterwards.
        return [.. steps.OrderBy(s => s.At > sentAt ? s.At : sentAt)];
    }

    private static IEnumerable<YearStep> Of(YearResponse response, int assignment)
    {
        YearStep Progress(string stage, DateTimeOffset at) =>
            new(at, stage, $"{stage}.{response.Unit}", id => YearRequests.Progress(id, response.Unit, assignment, stage, at));
        yield return Progress("acknowledged", response.AcknowledgedAt);
        if (response.EnRouteAt is { } left)
            yield return Progress("enRoute", left);
        if (response.OnSceneAt is { } there)
            yield return Progress("onScene", there);
        if (response.End != ResponseEnd.Closed)
            yield return Progress(response.End == ResponseEnd.Cleared ? "cleared" : "cancelled", response.FreeAt);
    }
}
