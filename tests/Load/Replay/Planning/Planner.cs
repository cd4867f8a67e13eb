using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>Makes the plan of a file: incidents, units, responses, and the commands that carry them.</summary>
public static class Planner
{
    /// <summary>
    /// The plan of <paramref name="rows"/>, which it reads in their order. Moments after <paramref name="now"/> are
    /// wrong: they are sent, for the server to refuse, but no closure is put there.
    /// </summary>
    public static ReplayPlan Plan(IReadOnlyList<FileRow> rows, DateTimeOffset now)
    {
        var notCarried = new List<NotCarried>();
        var incidents = IncidentPlanner.Plan(rows, notCarried);
        var responses = ResponsePlanner.Plan(rows, incidents, notCarried);
        var units = UnitPlanner.Plan(responses);
        var steps = StepPlanner.Plan(units, incidents, responses, now);
        return new ReplayPlan(units, incidents, responses, steps, notCarried);
    }
}
