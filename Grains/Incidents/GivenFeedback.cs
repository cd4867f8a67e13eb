namespace Tocsin.Incidents;

/// <summary>A piece of feedback that stands.</summary>
/// <param name="View">What was said.</param>
/// <param name="Assignment">The place, from 0, of the assignment that it belongs to; -1: to none, no unit gave it.</param>
/// <param name="Episode">The episode in which it counts: an incident that was reopened looks only at its newest.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GivenFeedback")]
public sealed record GivenFeedback([property: Id(0)] FeedbackView View, [property: Id(1)] int Assignment, [property: Id(2)] int Episode)
{
    /// <summary>Who gave it; null where an earlier version recorded it.</summary>
    [Id(180)]
    public string? By { get; init; }
}
