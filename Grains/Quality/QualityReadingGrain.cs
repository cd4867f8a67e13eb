using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Quality;

/// <summary>Lists whom to call back.</summary>
[StatelessWorker, Reentrant]
internal sealed class QualityReadingGrain(CallBackReads callBacks) : Grain, IQualityReadingGrain
{
    /// <inheritdoc/>
    public Task<ThingPage> CallBacks(DueFilter due, int limit, string? cursor, Actor reader) => callBacks.ListAsync(due, limit, cursor);
}
