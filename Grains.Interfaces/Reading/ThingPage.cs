using Tocsin.Commands;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Refusal">Invalid (a bad cursor), NotFound or NotYours; null otherwise.</param>
/// <param name="Items">JSON texts.</param>
/// <param name="Next">The cursor behind the last, null when there is no more.</param>
/// <param name="AsOf">Set while the database is away: the position that the answer, out of memory and without personal data, is as of.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ThingPage")]
public sealed record ThingPage(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] IReadOnlyList<string> Items,
    [property: Id(2)] string? Next,
    [property: Id(3)] JournalPosition? AsOf = null);
