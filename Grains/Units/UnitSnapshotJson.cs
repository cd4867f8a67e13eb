using System.Text.Encodings.Web;
using System.Text.Json;
using Tocsin.Json;

namespace Tocsin.Units;

/// <summary>
/// A unit's state as the text of a snapshot. Belongs to <see cref="UnitState.RulesNumber"/>: a snapshot of another number is not read.
/// </summary>
public static class UnitSnapshotJson
{
    /// <summary>Like all JSON here: camelCase, nulls written, Chinese text as it is.</summary>
    internal static readonly UnitJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new InstantConverter() },
    });

    /// <summary>The state's text.</summary>
    public static string Write(UnitState state) => JsonSerializer.Serialize(state, Context.UnitState);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not a unit's state.</exception>
    public static UnitState Read(string json) =>
        JsonSerializer.Deserialize(json, Context.UnitState) ?? throw new JsonException("null is no unit.");
}
