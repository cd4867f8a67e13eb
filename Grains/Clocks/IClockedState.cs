using System.Collections.Immutable;
using Tocsin.Deciding;

namespace Tocsin.Clocks;

/// <summary>The state of a stream that has clocks.</summary>
internal interface IClockedState
{
    /// <summary>Its clocks, in the order in which they came.</summary>
    ImmutableArray<Clock> Clocks { get; }

    /// <summary>Whether it keeps a timing policy, once that event has happened to it.</summary>
    /// <param name="happened">An event of its stream.</param>
    bool KeepsTime(object happened);

    /// <summary>The events that withdraw what its clocks fired and what an observer at that time knows to be untrue.</summary>
    /// <param name="now">The time of the decision.</param>
    IEnumerable<DecidedEvent> Withdrawals(DateTimeOffset now);
}
