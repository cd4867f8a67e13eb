using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Directives;

/// <summary>Reads directives for gateways.</summary>
[StatelessWorker, Reentrant]
internal sealed class DirectiveReadingGrain(ThingReads things, IJournalQueries queries, FreshViews views, TimeProvider time)
    : Grain, IDirectiveReadingGrain
{
    private readonly DirectiveReads _reads = new(things, queries, views, time);

    /// <inheritdoc/>
    public Task<Thing> Get(DirectiveId id, Actor reader) => _reads.GetAsync(id, reader);

    /// <inheritdoc/>
    public Task<ThingPage> List(DirectiveFilter filter, Actor reader) => _reads.ListAsync(filter, reader);
}
