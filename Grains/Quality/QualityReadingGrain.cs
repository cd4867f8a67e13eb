using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Quality;

/// <summary>Lists whom to call back, and what to review.</summary>
[StatelessWorker, Reentrant]
internal sealed class QualityReadingGrain(CallBackReads callBacks, ReviewReads reviews) : Grain, IQualityReadingGrain
{
    /// <inheritdoc/>
    public Task<ThingPage> CallBacks(DueFilter due, int limit, string? cursor, Actor reader) => callBacks.ListAsync(due, limit, cursor);

    /// <inheritdoc/>
    public Task<ThingPage> Sample(DateOnly day, int size, Actor reader) => reviews.SampleAsync(day, size);
}
