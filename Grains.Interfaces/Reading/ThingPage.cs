using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>One page of a list.</summary>
/// <param name="Refusal">Invalid (a bad cursor), NotFound or NotYours; null otherwise.</param>
/// <param name="Items">The items of the page, each as JSON text.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="AsOf">
/// The position that the answer is as of while the database is unavailable: it then comes from memory, without personal data. The default
/// is null.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ThingPage")]
public sealed record ThingPage(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] IReadOnlyList<string> Items,
    [property: Id(2)] string? Next,
    [property: Id(3)] JournalPosition? AsOf = null)
{
    /// <summary>
    /// The streams that belong on the page by what can be read of them, and are damaged: they are named and not shown. The default is none;
    /// null where a silo of the version before answered.
    /// </summary>
    [Id(4)]
    public IReadOnlyList<StreamId>? Damaged { get; init; }
}
