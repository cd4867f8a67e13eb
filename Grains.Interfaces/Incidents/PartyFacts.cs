using Tocsin.Erasing;

namespace Tocsin.Incidents;

/// <summary>A party as events carry it: without what is personal.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Role">What it has to do with the incident.</param>
/// <param name="Description">What it looks like, 1 to 500 characters, or null.</param>
/// <param name="Of">The number of the party that it belongs to, or null.</param>
/// <param name="State">Where the police stand with it, or null.</param>
/// <param name="Consent">Whether the person agreed; null while nobody asked.</param>
/// <param name="Digests">Keyed digests of what tells it apart; null where nothing does.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PartyFacts")]
public sealed record PartyFacts(
    [property: Id(0)] PartyKind Kind,
    [property: Id(1)] PartyRole Role,
    [property: Id(2), Erasable(ErasureField.Parties)] string? Description,
    [property: Id(3)] int? Of,
    [property: Id(4)] PartyStatus? State,
    [property: Id(5)] PartyConsent? Consent,
    [property: Id(6), Erasable(ErasureField.Parties)] PartyDigests? Digests);
