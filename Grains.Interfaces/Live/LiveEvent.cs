using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>An event on its way to a gateway.</summary>
/// <param name="Position">Its place in the total order.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its number in that stream.</param>
/// <param name="Kind">What happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Json">The event as the contract shows it, UTF-8.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LiveEvent")]
public sealed record LiveEvent(
    [property: Id(0)] JournalPosition Position,
    [property: Id(1)] StreamId Stream,
    [property: Id(2)] int Version,
    [property: Id(3)] string Kind,
    [property: Id(4)] DateTimeOffset RecordedAt,
    [property: Id(5)] byte[] Json);
