using Tocsin.Commands;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>One thing as it stands, for one reader.</summary>
/// <param name="Refusal">NotFound or NotYours; null when it may be read.</param>
/// <param name="Json">The thing, with personal data where the reader may see it; empty when refused.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="AsOf">Set while the database is away: the position that the answer, out of memory and without personal data, is as of.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Thing")]
public sealed record Thing(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] string Json,
    [property: Id(2)] int Version,
    [property: Id(3)] JournalPosition? AsOf = null);
