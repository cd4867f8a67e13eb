using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.Reading;

namespace Tocsin.Duplicates;

/// <summary>Finds duplicates among the open incidents in memory.</summary>
[StatelessWorker, Reentrant]
internal sealed class DuplicatesGrain(LiveBoard board, TimeProvider time) : Grain, IDuplicatesGrain
{
    /// <inheritdoc/>
    public Task<Thing> Find(DuplicateQuestion question, Actor reader) =>
        Task.FromResult(new Thing(null, TocsinJson.Write(Likely.Find(board.All<LiveIncident>(), question, time.GetUtcNow())), 0));
}
