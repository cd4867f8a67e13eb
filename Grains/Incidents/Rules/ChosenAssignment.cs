using Tocsin.Commands;

namespace Tocsin.Incidents;

/// <summary>An assignment, and the time at which a report on it is taken.</summary>
/// <param name="Place">Its place in the incident, from 0.</param>
/// <param name="At">The time.</param>
internal readonly record struct ChosenAssignment(int Place, DateTimeOffset At)
{
    /// <summary>Whether that is the time of the assignment, and not the reported one, which lay a little before it.</summary>
    public bool Adjusted { get; init; }

    /// <summary>Why there is none; null when there is one.</summary>
    public Refusal? Refusal { get; init; }
}
