using Tocsin.Deciding;

namespace Tocsin.Streams;

/// <summary>
/// Is told of each decision that became durable through this silo, right after its append. It must be quick, and must not throw.
/// </summary>
internal interface ICommitObserver
{
    /// <summary>A decision became durable.</summary>
    /// <param name="before">The states before it.</param>
    /// <param name="after">The states after it.</param>
    /// <param name="events">Its events; none: the append only remembered the command.</param>
    /// <param name="horizon">Receipts before this time are historic.</param>
    void Committed(StateSet before, StateSet after, IReadOnlyList<DecidedEvent> events, DateTimeOffset horizon);
}
