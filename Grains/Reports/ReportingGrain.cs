using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Tocsin.CostlyReads;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Projections;
using Tocsin.Reading;
using Tocsin.Settings;

namespace Tocsin.Reports;

/// <summary>
/// Reports over the narrow rows, as the queue lets them, so that no report slows a command: one worker for a key, so that a cancellation,
/// which is a call of its own, comes to it.
/// </summary>
[StatelessWorker(1), Reentrant, CollectionAgeLimit(Minutes = CostlyReadLimits.WorkerMinutes)]
internal sealed class ReportingGrain(
    IJournalQueries queries,
    ProjectionCatalogue projections,
    ProjectionRunner rows,
    CostlyReadQueues waiting,
    IOptions<DispatchOptions> options,
    TimeProvider time)
    : Grain, IReportingGrain
{
    /// <inheritdoc/>
    public Task<string> ResponseTimes(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, CancellationToken gone = default) =>
        waiting.Reports.RunAsync(cancellation => ResponseTimesAsync(from, to, groupBy, cancellation), gone);

    /// <inheritdoc/>
    public Task<ThingPage> Intervals(ReportedIntervalQuery query, CancellationToken gone = default) =>
        ReportedPlace.TryRead(query.Cursor, out var after)
            ? waiting.Reports.RunAsync(cancellation => IntervalsAsync(query, after, cancellation), gone)
            : Task.FromResult(Cursor.Refused());

    /// <inheritdoc/>
    public Task<string> Summary(DateTimeOffset from, DateTimeOffset to, SummaryBy groupBy, CancellationToken gone = default) =>
        waiting.Reports.RunAsync(cancellation => SummaryAsync(from, to, groupBy, cancellation), gone);

    private async Task<string> ResponseTimesAsync(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, CancellationToken gone)
    {
        var report = new ResponseTimesBuilder(from, to, groupBy, options.Value.TimeZone, time.GetUtcNow());
        await foreach (var incident in queries.ReportIncidentsAsync(from, to, gone))
            report.Add(incident);
        await foreach (var response in queries.ReportResponsesAsync(from, to, gone))
            report.Add(response);
        return TocsinJson.Write(report.Build());
    }

    private async Task<ThingPage> IntervalsAsync(ReportedIntervalQuery query, ReportedPlace? after, CancellationToken gone)
    {
        var page = new ReportedIntervalPage(query, after, options.Value.TimeZone, time.GetUtcNow());
        if (page.IsOfIncidents)
        {
            await foreach (var incident in queries.ReportIncidentsAsync(query.From, page.To, gone))
                page.Add(incident);
        }
        else
        {
            await foreach (var response in queries.ReportResponsesAsync(query.From, page.To, gone))
                page.Add(response);
        }

        var (items, next) = page.Build();
        return new ThingPage(null, [.. items.Select(TocsinJson.Write)], next);
    }

    private async Task<string> SummaryAsync(DateTimeOffset from, DateTimeOffset to, SummaryBy groupBy, CancellationToken gone)
    {
        var summary = new SummaryBuilder(
            from, to, groupBy, options.Value.TimeZone, options.Value.CategoryClasses, time.GetUtcNow());
        await foreach (var call in queries.ReportCallsAsync(from, to, gone))
            summary.Add(call);
        await foreach (var incident in queries.ReportIncidentsAsync(from, to, gone))
            summary.Add(incident);
        await foreach (var response in queries.ReportResponsesAsync(from, to, gone))
            summary.Add(response);
        await foreach (var results in rows.ReadAsync(projections[SummaryResults.Projection], from, to, gone))
            summary.Add(results);
        return TocsinJson.Write(summary.Build());
    }
}
