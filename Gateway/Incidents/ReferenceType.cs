using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The number of an incident in another system, as a field of a body.</summary>
internal static class ReferenceType
{
    /// <summary>The longest name of a system, and the longest number: as any word.</summary>
    private static readonly JsonField<string> SystemName = JsonField.Required(
        "system", CommonTypes.Word, "The other system.", "neighbour-cad");

    private static readonly JsonField<string> Number = JsonField.Required("number", CommonTypes.Word, "The number there.", "19027815");

    /// <summary>The type.</summary>
    public static readonly JsonType<IncidentReference> Instance = new ObjectType<IncidentReference>(
        new FieldSet(SystemName, Number), v => new IncidentReference(v.Get(SystemName), v.Get(Number)));
}
