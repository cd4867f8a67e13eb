using Tocsin.Clocks;
using Tocsin.Journal;

namespace Tocsin.Policies;

/// <summary>What happened to a timing policy. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record PolicyEvent;

/// <summary>A timing policy was made or changed; the event has its whole present content. Form 2 has rows that limit directives.</summary>
/// <param name="Limits">The rows, at most <see cref="TimingPolicy.MaxLimits"/>.</param>
/// <param name="Escalation">When an overdue clock is brought to which level.</param>
[EventForm(2)]
public sealed record PolicySet(IReadOnlyList<TimingLimit> Limits, EscalationPlan Escalation) : PolicyEvent, IFormedEvent
{
    /// <inheritdoc/>
    short IFormedEvent.Form => Limits.Any(row => row.IsOfDirectives) ? (short)2 : EventFormAttribute.First;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}
