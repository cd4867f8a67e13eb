namespace Tocsin.Access;

/// <summary>
/// Items of one source, in the order of their numbers. What the table has already is passed over, so a batch may come again.
/// </summary>
/// <param name="Source">Who numbers them: a gateway from one start to the next; 1 to 40 characters.</param>
/// <param name="Entries">The items, 1 to <see cref="EntriesMax"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AccessBatch")]
public sealed record AccessBatch([property: Id(0)] string Source, [property: Id(1)] IReadOnlyList<AccessEntry> Entries)
{
    /// <summary>The most items of a batch.</summary>
    public const int EntriesMax = 1_000;
}
