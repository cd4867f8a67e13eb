using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Projections;
using Tocsin.Reading;
using Tocsin.Settings;

namespace Tocsin.Reports;

/// <summary>Reports over the narrow rows, a few at once on each silo, so that no report slows a command.</summary>
[StatelessWorker(MaxAtOnce)]
internal sealed class ReportingGrain(
    IJournalQueries queries, ProjectionCatalogue projections, ProjectionRunner rows, IOptions<DispatchOptions> options, TimeProvider time)
    : Grain, IReportingGrain
{
    private const int MaxAtOnce = 2;

    /// <inheritdoc/>
    public async Task<string> ResponseTimes(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy)
    {
        var report = new ResponseTimesBuilder(from, to, groupBy, options.Value.TimeZone, time.GetUtcNow());
        await foreach (var incident in queries.ReportIncidentsAsync(from, to))
            report.Add(incident);
        await foreach (var response in queries.ReportResponsesAsync(from, to))
            report.Add(response);
        return TocsinJson.Write(report.Build());
    }

    /// <inheritdoc/>
    public async Task<ThingPage> Intervals(ReportedIntervalQuery query)
    {
        if (!ReportedPlace.TryRead(query.Cursor, out var after))
            return Cursor.Refused();
        var page = new ReportedIntervalPage(query, after, options.Value.TimeZone, time.GetUtcNow());
        if (page.IsOfIncidents)
        {
            await foreach (var incident in queries.ReportIncidentsAsync(query.From, page.To))
                page.Add(incident);
        }
        else
        {
            await foreach (var response in queries.ReportResponsesAsync(query.From, page.To))
                page.Add(response);
        }

        var (items, next) = page.Build();
        return new ThingPage(null, [.. items.Select(TocsinJson.Write)], next);
    }

    /// <inheritdoc/>
    public async Task<string> Summary(DateTimeOffset from, DateTimeOffset to, SummaryBy groupBy)
    {
        var summary = new SummaryBuilder(
            from, to, groupBy, options.Value.TimeZone, options.Value.CategoryClasses, time.GetUtcNow());
        await foreach (var call in queries.ReportCallsAsync(from, to))
            summary.Add(call);
        await foreach (var incident in queries.ReportIncidentsAsync(from, to))
            summary.Add(incident);
        await foreach (var response in queries.ReportResponsesAsync(from, to))
            summary.Add(response);
        await foreach (var results in rows.ReadAsync(projections[SummaryResults.Projection], from, to))
            summary.Add(results);
        return TocsinJson.Write(summary.Build());
    }
}
