using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Evidence;

namespace Tocsin.Incidents;

// Parties

/// <summary>A party was added. What tells it apart stands among the personal data.</summary>
/// <param name="N">Its number in the incident, 1 to 50.</param>
/// <param name="Party">The party as it is added.</param>
public sealed record PartyAdded(int N, PartyFacts Party) : IncidentEvent;

/// <summary>Fields of a party changed.</summary>
/// <param name="N">The number of the party.</param>
/// <param name="Changes">The fields that changed, from what to what.</param>
public sealed record PartyChanged(int N, PartyChanges Changes) : IncidentEvent;

/// <summary>The changed fields of a party; null, and left out of the event's data, for a field that did not change.</summary>
/// <param name="Kind">The change of what it is.</param>
/// <param name="Role">The change of what it has to do with the incident.</param>
/// <param name="Description">The change of its description.</param>
/// <param name="Of">The change of the party that it belongs to.</param>
/// <param name="State">The change of where the police stand with it.</param>
/// <param name="Consent">The change of whether the person agreed.</param>
/// <param name="Digests">The change of what tells it apart, as keyed digests.</param>
public sealed record PartyChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<PartyKind>? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<PartyRole>? Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Parties)] Change<string?>? Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<int?>? Of,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<PartyStatus?>? State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<PartyConsent?>? Consent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Erasable(ErasureField.Parties)]
    Change<PartyDigests?>? Digests);

// Evidence

/// <inheritdoc cref="IEvidenceAdded"/>
/// <param name="N">The number of the piece in its thing, 1 to 200.</param>
/// <param name="Item">The piece that is added.</param>
public sealed record EvidenceAdded(int N, EvidenceItem Item) : IncidentEvent, IEvidenceAdded;

/// <inheritdoc cref="IEvidenceVerified"/>
/// <param name="N">The number of the piece.</param>
/// <param name="Sha256">The digest of the content that is there now.</param>
/// <param name="Same">Whether it is the one that was written down.</param>
public sealed record EvidenceVerified(int N, string Sha256, bool Same) : IncidentEvent, IEvidenceVerified;
