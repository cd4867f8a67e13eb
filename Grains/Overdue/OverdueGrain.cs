using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Overdue;

/// <summary>Answers what is late out of the silo's one picture of it.</summary>
[StatelessWorker, Reentrant]
internal sealed class OverdueGrain(OverduePictures pictures) : Grain, IOverdueGrain
{
    /// <inheritdoc/>
    public async Task<Thing> List(OverdueFilter filter, Actor reader) => (await pictures.LookAsync()).Answer(filter, reader);
}
