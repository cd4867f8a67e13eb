using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.GrainTests.Overdue;

/// <summary>A journal of which only what is late is asked, and counted.</summary>
internal sealed class LateQueries : IJournalQueries
{
    private int _asked;

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    /// <summary>What it answers.</summary>
    public Func<int, Task<IReadOnlyList<BoardRow>>> Answer { get; set; } = _ => Task.FromResult<IReadOnlyList<BoardRow>>([]);

    public async ValueTask<IReadOnlyList<BoardRow>> ListLateAsync(int limit, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _asked);
        return await Answer(limit);
    }

    /// <summary>The rows that are due and do not fire.</summary>
    public IReadOnlyList<BoardRow> Due { get; set; } = [];

    public ValueTask<IReadOnlyList<BoardRow>> ListDueAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) =>
        new([.. Due.Where(r => r.Entry.DueAt < before).Take(limit)]);

    public ValueTask<IReadOnlyList<ListedRow>> ListAsync(ListQuery query, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<IncidentId>> ListOpenAtAsync(DateTimeOffset at, int limit, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<IncidentRow> ReportIncidentsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ReportedResponse> ReportResponsesAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ReportedCall> ReportCallsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ReportedFeedback> ReportFeedbackAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
