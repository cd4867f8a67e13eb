using System.Text.Json.Serialization;

namespace Tocsin.Incidents;

/// <summary>
/// Keyed digests of what tells a party apart: they say whether it changed, and nothing else. Null, and left out of the event's data, where
/// nothing is known.
/// </summary>
/// <param name="Name">The digest of the name.</param>
/// <param name="Phone">The digest of the telephone number.</param>
/// <param name="IdNumber">The digest of the number of an identity document.</param>
/// <param name="Plate">The digest of the number plate.</param>
/// <param name="Account">The digest of the account.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PartyDigests")]
public sealed record PartyDigests(
    [property: Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phone,
    [property: Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdNumber,
    [property: Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Plate,
    [property: Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Account)
{
    /// <summary>Nothing is known.</summary>
    public static PartyDigests Nothing { get; } = new(null, null, null, null, null);
}
