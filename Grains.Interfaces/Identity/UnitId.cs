using System.Text.Json.Serialization;

namespace Tocsin.Identity;

/// <summary>
/// The id of a patrol unit: what dispatchers and devices call it. Never empty, unless it is the default value; see <see
/// cref="EntityIdRule"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("tocsin.UnitId")]
[JsonConverter(typeof(EntityIdJsonConverterFactory))]
public readonly record struct UnitId : IEntityId<UnitId>
{
    [Id(0)]
    private readonly string _value;

    private UnitId(string value) => _value = value;

    /// <summary>The id as people and programs write it; empty only for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The stream of events that belongs to it.</summary>
    public StreamId Stream => new(StreamKind.Unit, Value);

    /// <summary>Makes an id of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException">The text breaks <see cref="EntityIdRule"/>.</exception>
    public static UnitId Of(string text) => new(EntityIdRule.Require(text, nameof(UnitId)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
