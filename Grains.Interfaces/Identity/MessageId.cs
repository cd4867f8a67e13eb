using System.Text.Json.Serialization;

namespace Tocsin.Identity;

/// <summary>
/// The id of a message, of its unit or its incident. Never empty, unless it is the default value; see <see cref="EntityIdRule"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("tocsin.MessageId")]
[JsonConverter(typeof(EntityIdJsonConverterFactory))]
public readonly record struct MessageId : IEntityId<MessageId>
{
    [Id(0)]
    private readonly string _value;

    private MessageId(string value) => _value = value;

    /// <summary>The id as people and programs write it; empty only for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes an id of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException">The text breaks <see cref="EntityIdRule"/>.</exception>
    public static MessageId Of(string text) => new(EntityIdRule.Require(text, nameof(MessageId)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
