using Tocsin.Commands;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>One thing as it now stands, for one reader.</summary>
/// <param name="Refusal">NotFound or NotYours; null when it may be read.</param>
/// <param name="Json">The thing as JSON text, with personal data where the reader may see it; empty when refused.</param>
/// <param name="Version">The number of events of the thing; 0 when refused, and for an answer that has no version.</param>
/// <param name="AsOf">
/// The position that the answer is as of while the database is unavailable: it then comes from memory, without personal data. The default
/// is null.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.Thing")]
public sealed record Thing(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] string Json,
    [property: Id(2)] int Version,
    [property: Id(3)] JournalPosition? AsOf = null);
