using Tocsin.Bearers;
using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Reports;

/// <summary>
/// Makes reports, on a connection pool and with timeouts of their own, a few at once; one that nobody waits for any more leaves the queue,
/// or stops where it is. Throws <see cref="Journal.JournalUnavailableException"/> where as many wait as may. Stateless; its key is any
/// number, another one for each question: so a cancellation reaches its question.
/// </summary>
[SignedIn(Roles.Supervisor, Roles.Auditor), Alias("tocsin.IReportingGrain")]
public interface IReportingGrain : IGrainWithIntegerKey
{
    /// <summary>The response times of the incidents received in [from, to): open and closed, no exercises. Takes up to a minute.</summary>
    /// <param name="from">Received at or after this time, UTC.</param>
    /// <param name="to">Received before this time, UTC; at most 400 days later.</param>
    /// <param name="groupBy">The grouping; see <see cref="GroupBy"/>.</param>
    /// <param name="gone">Cancelled when nobody waits for it any more.</param>
    /// <returns>The JSON text of a <see cref="ResponseTimesReport"/>.</returns>
    [Alias("ResponseTimes"), ResponseTimeout("00:01:00")]
    Task<string> ResponseTimes(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, CancellationToken gone = default);

    /// <summary>
    /// The intervals behind one figure of <see cref="ResponseTimes"/>, newest received first: JSON of <see cref="ReportedIntervalView"/>.
    /// Takes up to a minute.
    /// </summary>
    /// <param name="query">The report, the figure in it, and the page.</param>
    /// <param name="gone">Cancelled when nobody waits for it any more.</param>
    /// <returns>A page; Invalid for a bad cursor.</returns>
    [Alias("Intervals"), ResponseTimeout("00:01:00")]
    Task<ThingPage> Intervals(ReportedIntervalQuery query, CancellationToken gone = default);

    /// <summary>
    /// What came in and what came of it: the calls and incidents received in [from, to), no exercises. Takes up to a minute.
    /// </summary>
    /// <param name="from">Received at or after this time, UTC.</param>
    /// <param name="to">Received before this time, UTC; at most 400 days later.</param>
    /// <param name="groupBy">The grouping; see <see cref="SummaryBy"/>.</param>
    /// <param name="gone">Cancelled when nobody waits for it any more.</param>
    /// <returns>The JSON text of a <see cref="SummaryReport"/>.</returns>
    [Alias("Summary"), ResponseTimeout("00:01:00")]
    Task<string> Summary(DateTimeOffset from, DateTimeOffset to, SummaryBy groupBy, CancellationToken gone = default);
}
