namespace Tocsin.Policies;

/// <summary>The subjects that are blocked: their tokens are refused, and their feeds are cut.</summary>
/// <param name="Items">Each of them once, by subject.</param>
/// <param name="Version">The number of times that a subject was blocked or let in again; 0 before the first.</param>
public sealed record BlockedSubjectsView(IReadOnlyList<BlockedSubjectView> Items, int Version);

/// <summary>A subject that is blocked.</summary>
/// <param name="Subject">The <c>sub</c> of its tokens, 1 to 100 characters.</param>
/// <param name="Reason">Why, in words, 1 to 500 characters.</param>
/// <param name="Until">When it is over by itself, UTC; null: when an administrator lifts it.</param>
/// <param name="BlockedAt">Since when it is blocked, UTC.</param>
/// <param name="BlockedBy">The subject of the administrator who blocked it.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BlockedSubjectView")]
public sealed record BlockedSubjectView(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Reason,
    [property: Id(2)] DateTimeOffset? Until,
    [property: Id(3)] DateTimeOffset BlockedAt,
    [property: Id(4)] string BlockedBy)
{
    /// <summary>Whether it is over by itself.</summary>
    public bool IsOver(DateTimeOffset now) => Until <= now;
}
