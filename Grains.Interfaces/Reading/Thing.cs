using Tocsin.Commands;

namespace Tocsin.Reading;

/// <summary>One thing as it stands, for one reader.</summary>
/// <param name="Refusal">NotFound or NotYours; null when it may be read.</param>
/// <param name="Json">The thing, with personal data where the reader may see it; empty when refused.</param>
/// <param name="Version">How many events it has.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Thing")]
public sealed record Thing(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] string Json,
    [property: Id(2)] int Version);
