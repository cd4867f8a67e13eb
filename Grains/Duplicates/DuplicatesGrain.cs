using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.Recommending;

namespace Tocsin.Duplicates;

/// <summary>Finds duplicates among the open incidents in memory.</summary>
[StatelessWorker, Reentrant]
internal sealed class DuplicatesGrain(ICandidateSource candidates, TimeProvider time) : Grain, IDuplicatesGrain
{
    /// <inheritdoc/>
    public async Task<Thing> Find(DuplicateQuestion question, Actor reader)
    {
        var picture = await candidates.LookAsync();
        return new Thing(null, TocsinJson.Write(Likely.Find(picture.Incidents.Values, question, time.GetUtcNow())), 0);
    }
}
