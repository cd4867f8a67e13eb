using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Streams;

/// <summary>Snapshots of the states of long streams, so that an activation need not fold them from their first event.</summary>
internal interface ISnapshots
{
    /// <summary>After how many events a stream's state is offered again.</summary>
    int Interval { get; }

    /// <summary>Takes a state for writing, if streams of its kind have snapshots. Never waits.</summary>
    void Offer(IStreamState state);

    /// <summary>The newest snapshot of a stream that fits the journal and the present rules; null: there is none.</summary>
    Task<IStreamState?> FindAsync(StreamId stream);
}
