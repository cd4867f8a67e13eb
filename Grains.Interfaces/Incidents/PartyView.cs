namespace Tocsin.Incidents;

/// <summary>A person, a vehicle or a thing that an incident is about.</summary>
/// <param name="N">Its number in the incident, 1 to 50. It stays.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Role">What it has to do with the incident.</param>
/// <param name="Name">The name, at most 100 characters; filled in at the edge for roles that may see it, else null.</param>
/// <param name="Phone">The telephone number, at most 32 characters; filled in as the name is.</param>
/// <param name="IdNumber">The number of an identity document, at most 100 characters; filled in as the name is.</param>
/// <param name="Plate">The number plate, at most 100 characters; filled in as the name is.</param>
/// <param name="Account">The account, at most 100 characters; filled in as the name is.</param>
/// <param name="Description">What it looks like, at most 500 characters, or null.</param>
/// <param name="Of">The number of the party that it belongs to, or null.</param>
/// <param name="State">Where the police stand with it, or null.</param>
/// <param name="Consent">Whether the person agreed; null while nobody asked.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PartyView")]
public sealed record PartyView(
    [property: Id(0)] int N,
    [property: Id(1)] PartyKind Kind,
    [property: Id(2)] PartyRole Role,
    [property: Id(3)] string? Name,
    [property: Id(4)] string? Phone,
    [property: Id(5)] string? IdNumber,
    [property: Id(6)] string? Plate,
    [property: Id(7)] string? Account,
    [property: Id(8)] string? Description,
    [property: Id(9)] int? Of,
    [property: Id(10)] PartyStatus? State,
    [property: Id(11)] PartyConsent? Consent);
