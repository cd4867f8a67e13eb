using System.Text.Json.Serialization;

namespace Tocsin.Identity;

/// <summary>The id of a bulletin. Never empty, unless it is the default value; see <see cref="EntityIdRule"/>.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.BulletinId")]
[JsonConverter(typeof(EntityIdJsonConverterFactory))]
public readonly record struct BulletinId : IEntityId<BulletinId>
{
    [Id(0)]
    private readonly string _value;

    private BulletinId(string value) => _value = value;

    /// <summary>The id as people and programs write it; empty only for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The stream of events that belongs to it.</summary>
    public StreamId Stream => new(StreamKind.Bulletin, Value);

    /// <summary>Makes an id of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException">The text breaks <see cref="EntityIdRule"/>.</exception>
    public static BulletinId Of(string text) => new(EntityIdRule.Require(text, nameof(BulletinId)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
