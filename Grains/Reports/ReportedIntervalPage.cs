using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>
/// One page of the intervals behind a figure, newest received first, then by id and place of the assignment. Pure: it is told every row of
/// the span, in no order, and keeps as many as the page has.
/// </summary>
/// <param name="query">Which intervals.</param>
/// <param name="after">Where the page before ended; null: the first page.</param>
/// <param name="zone">The zone of the hours.</param>
/// <param name="now">Until when an end that did not come was waited for.</param>
internal sealed class ReportedIntervalPage(ReportedIntervalQuery query, ReportedPlace? after, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly IntervalReader _reader = new();
    // The last of them on top, to leave for a better one. One more than the page has: it says that there is a next page.
    private readonly PriorityQueue<ReportedInterval, ReportedPlace> _best = new(
        Comparer<ReportedPlace>.Create(static (a, b) => b.CompareTo(a)));

    /// <summary>Whether the intervals are those of incidents, else those of assignments.</summary>
    public bool IsOfIncidents => query.Interval is ReportInterval.Processing or ReportInterval.Response;

    /// <summary>The end of the span that must be read: what was received later stands on pages before.</summary>
    public DateTimeOffset To => after is { } place && place.ReceivedAt < query.To ? place.ReceivedAt.AddMilliseconds(1) : query.To;

    /// <summary>Looks at an incident.</summary>
    public void Add(IncidentRow incident)
    {
        var (processing, response) = _reader.Of(incident);
        Take(query.Interval == ReportInterval.Processing ? processing : response);
    }

    /// <summary>Looks at an assignment.</summary>
    public void Add(ReportedResponse reported)
    {
        foreach (var interval in _reader.Of(reported))
            Take(interval);
    }

    /// <summary>The items, and the cursor of the next page or null, when all was added.</summary>
    public (IReadOnlyList<ReportedIntervalView> Items, string? Next) Build()
    {
        foreach (var interval in _reader.Rest())
            Take(interval);
        var page = _best.UnorderedItems.OrderBy(i => i.Priority).Take(query.Limit).ToList();
        return ([.. page.Select(i => View(i.Element))], _best.Count > query.Limit ? page[^1].Priority.ToCursor() : null);
    }

    private void Take(in ReportedInterval interval)
    {
        if (interval.Kind != query.Interval
            || interval.Span.Start is null
            || (query.Key is { } key && ReportKey.Of(interval, query.GroupBy, zone) != key)
            || !IsShown(interval))
        {
            return;
        }

        var place = new ReportedPlace(interval.ReceivedAt, interval.Incident.Value, interval.Ordinal);
        if (after is { } last && place.CompareTo(last) <= 0)
            return;
        if (_best.Count <= query.Limit)
            _best.Enqueue(interval, place);
        else
            _best.EnqueueDequeue(interval, place);
    }

    private bool IsShown(in ReportedInterval interval) => query.Show switch
    {
        IntervalFilter.All => true,
        IntervalFilter.Late => interval.Span.IsWithinAt(now, interval.Target) == false,
        _ => interval.Span.StateAt(now, interval.Target) == StateOf(query.Show),
    };

    private static IntervalState StateOf(IntervalFilter show) => show switch
    {
        IntervalFilter.Measured => IntervalState.Measured,
        IntervalFilter.Negative => IntervalState.Negative,
        IntervalFilter.Never => IntervalState.Never,
        IntervalFilter.Suspect => IntervalState.Suspect,
        _ => IntervalState.Open,
    };

    private ReportedIntervalView View(in ReportedInterval interval) => new(
        interval.Incident,
        interval.Number,
        interval.Category,
        interval.Priority,
        interval.ReceivedAt,
        interval.Unit,
        interval.Station,
        interval.Span.StateAt(now, interval.Target)!.Value,
        interval.Span.Start!.Value,
        interval.Span.End,
        Math.Round(interval.Span.LengthAt(now).TotalSeconds, 3, MidpointRounding.AwayFromZero),
        interval.Target?.Seconds,
        interval.Span.IsWithinAt(now, interval.Target));
}
