using System.Text.Json.Serialization;

namespace Tocsin.Incidents;

/// <summary>
/// What tells a party apart. It is personal: no event and no stored view holds it; it stands among the personal data, in a row of the
/// party's own.
/// </summary>
/// <param name="Name">The name, 1 to 100 characters, or null.</param>
/// <param name="Phone">The telephone number, 1 to 32 characters, or null.</param>
/// <param name="IdNumber">The number of an identity document, 1 to 100 characters, or null.</param>
/// <param name="Plate">The number plate of a vehicle, 1 to 100 characters, or null.</param>
/// <param name="Account">The number or name of an account, 1 to 100 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PartyPersonal")]
public sealed record PartyPersonal(
    [property: Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phone,
    [property: Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdNumber,
    [property: Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Plate,
    [property: Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Account)
{
    /// <summary>Nothing is known.</summary>
    public static PartyPersonal Nothing { get; } = new(null, null, null, null, null);
}
