using Tocsin.Commands;
using Tocsin.Evidence;

namespace Tocsin.Incidents;

// Parties

/// <summary>Adds a party: a person, a vehicle or a thing that the incident is about. Also to a closed incident.</summary>
/// <remarks>
/// Refused with <c>limitReached</c> when the incident has <see cref="PartyLimits.PerIncident"/>, and with <c>unknownReference</c> when
/// <paramref name="Of"/> is the number of no party. The answer has its number as <c>n</c>.
/// </remarks>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Role">What it has to do with the incident.</param>
/// <param name="Personal">What tells it apart.</param>
/// <param name="Description">What it looks like, 1 to 500 characters, or null.</param>
/// <param name="Of">The number of the party that it belongs to, or null.</param>
/// <param name="State">Where the police stand with it, or null.</param>
/// <param name="Consent">Whether the person agreed; null while nobody asked.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AddParty")]
public sealed record AddParty(
    [property: Id(0)] PartyKind Kind,
    [property: Id(1)] PartyRole Role,
    [property: Id(2)] PartyPersonal Personal,
    [property: Id(3)] string? Description,
    [property: Id(4)] int? Of,
    [property: Id(5)] PartyStatus? State,
    [property: Id(6)] PartyConsent? Consent,
    [property: Id(7)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>Changes fields of a party, each by itself; a field that is not set stays as it is, and only what differs is recorded.</summary>
/// <remarks>
/// Refused with <c>notFound</c> when the incident has no party of that number, with <c>unknownReference</c> when <paramref name="Of"/> is
/// the number of no party, and with <c>invalid</c> when it is the party's own.
/// </remarks>
/// <param name="N">The number of the party.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Role">What it has to do with the incident.</param>
/// <param name="Name">The name; null removes it, as with the fields behind it.</param>
/// <param name="Phone">The telephone number of the party.</param>
/// <param name="IdNumber">The number of an identity document.</param>
/// <param name="Plate">The number plate of the vehicle.</param>
/// <param name="Account">The account of a bank or elsewhere.</param>
/// <param name="Description">What it looks like.</param>
/// <param name="Of">The number of the party that it belongs to.</param>
/// <param name="State">Where the police stand with it.</param>
/// <param name="Consent">Whether the person agreed.</param>
/// <param name="OccurredAt">As in <see cref="AddParty"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeParty")]
public sealed record ChangeParty(
    [property: Id(0)] int N,
    [property: Id(1)] Optional<PartyKind> Kind,
    [property: Id(2)] Optional<PartyRole> Role,
    [property: Id(3)] Optional<string?> Name,
    [property: Id(4)] Optional<string?> Phone,
    [property: Id(5)] Optional<string?> IdNumber,
    [property: Id(6)] Optional<string?> Plate,
    [property: Id(7)] Optional<string?> Account,
    [property: Id(8)] Optional<string?> Description,
    [property: Id(9)] Optional<int?> Of,
    [property: Id(10)] Optional<PartyStatus?> State,
    [property: Id(11)] Optional<PartyConsent?> Consent,
    [property: Id(12)] DateTimeOffset? OccurredAt) : IncidentCommand;

// Evidence

/// <summary>Adds a piece of evidence to the incident, also to a closed one; see <see cref="IAddEvidence"/>.</summary>
/// <param name="Item">The piece that is added.</param>
/// <param name="OccurredAt">As in <see cref="AddParty"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddIncidentEvidence")]
public sealed record AddIncidentEvidence([property: Id(0)] EvidenceItem Item, [property: Id(1)] DateTimeOffset? OccurredAt)
    : IncidentCommand, IAddEvidence;

/// <summary>Compares a piece of evidence of the incident with what was written down of it; see <see cref="IVerifyEvidence"/>.</summary>
/// <param name="N">The number of the piece.</param>
/// <param name="Sha256">The digest of the content that is there now, 64 hexadecimal digits in lower case.</param>
/// <param name="OccurredAt">As in <see cref="AddParty"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.VerifyIncidentEvidence")]
public sealed record VerifyIncidentEvidence(
    [property: Id(0)] int N, [property: Id(1)] string Sha256, [property: Id(2)] DateTimeOffset? OccurredAt)
    : IncidentCommand, IVerifyEvidence;
