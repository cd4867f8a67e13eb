using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>From when to when an interval of a report runs, and until when its end was waited for. Pure.</summary>
/// <param name="Start">When it began; null: it never did, and counts nowhere.</param>
/// <param name="End">When it ended.</param>
/// <param name="Until">What came instead of the end: a later stage, or the end of all; null while it is waited for.</param>
/// <param name="IsSuspect">Whether an end of it lies before the assignment that it belongs to; see <see cref="SuspectTimes"/>.</param>
internal readonly record struct ReportSpan(DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? Until, bool IsSuspect = false)
{
    /// <summary>From receipt to the first assignment.</summary>
    public static ReportSpan Processing(IncidentRow incident) =>
        new(incident.ReceivedAt, incident.FirstAssignedAt, incident.Open ? null : incident.ClosedAt);

    /// <summary>From receipt to the first arrival.</summary>
    public static ReportSpan Response(IncidentRow incident) =>
        new(incident.ReceivedAt, incident.FirstOnSceneAt, incident.Open ? null : incident.ClosedAt, SuspectTimes.OfResponse(incident));

    /// <summary>From assignment to acknowledgement. Who moves off without it is waited for no longer, as the clock says.</summary>
    public static ReportSpan Acknowledge(ResponseRow response) =>
        new(response.AssignedAt, response.AcknowledgedAt, response.EnRouteAt ?? response.OnSceneAt ?? response.ClearedAt);

    /// <summary>From assignment to en route.</summary>
    public static ReportSpan Turnout(ResponseRow response) =>
        new(response.AssignedAt, response.EnRouteAt, response.OnSceneAt ?? response.ClearedAt);

    /// <summary>From en route to on scene.</summary>
    public static ReportSpan Travel(ResponseRow response) =>
        new(response.EnRouteAt, response.OnSceneAt, response.ClearedAt, SuspectTimes.OfTravel(response));

    /// <summary>From on scene to the first feedback. It is given after clearing too, and one unit's is enough for the limit.</summary>
    /// <param name="response">The assignment.</param>
    /// <param name="first">When any unit first gave feedback on the incident.</param>
    /// <param name="closed">When the incident was closed.</param>
    public static ReportSpan Feedback(ResponseRow response, DateTimeOffset? first, DateTimeOffset? closed) =>
        new(response.OnSceneAt, response.FeedbackAt, first ?? closed, SuspectTimes.OfFeedback(response));

    /// <summary>How long it took; where the end did not come, how long it was waited for.</summary>
    public TimeSpan LengthAt(DateTimeOffset now) => (End ?? Until ?? now) - Start!.Value;

    /// <summary>How it stands; null: it did not begin.</summary>
    public IntervalState? StateAt(DateTimeOffset now, ReportTarget? target)
    {
        if (Start is null)
            return null;
        if (End is not null)
            return LengthAt(now) < TimeSpan.Zero ? IntervalState.Negative : IsSuspect ? IntervalState.Suspect : IntervalState.Measured;
        return Until is not null || IsLateAt(now, target) ? IntervalState.Never : IntervalState.Open;
    }

    /// <summary>Whether it took longer than its limit; a wait counts like a length.</summary>
    public bool IsLateAt(DateTimeOffset now, ReportTarget? target) => target is not null && LengthAt(now).TotalSeconds > target.Seconds;

    /// <summary>Whether the limit was kept; null where nobody can say, or there is none.</summary>
    public bool? IsWithinAt(DateTimeOffset now, ReportTarget? target)
    {
        if (target is null || StateAt(now, target) is null or IntervalState.Negative or IntervalState.Suspect)
            return null;
        return IsLateAt(now, target) ? false : End is null ? null : true;
    }
}
