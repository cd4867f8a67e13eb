using Orleans.Concurrency;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Timelines;

/// <summary>Reads timelines for gateways.</summary>
[StatelessWorker, Reentrant]
internal sealed class TimelineGrain(
    ThingReads things, StreamCatalogue kinds, IJournal journal, ICallInvolvement involvement, TimeProvider time) : Grain, ITimelineGrain
{
    private readonly TimelineReads _reads = new(things, kinds, journal, involvement, time);

    /// <inheritdoc/>
    public Task<ThingPage> Read(IncidentId id, JournalPosition after, int limit, Actor reader) =>
        _reads.ReadAsync(id, after, limit, reader);
}
