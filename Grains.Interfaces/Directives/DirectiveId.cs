using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Tocsin.Identity;

namespace Tocsin.Directives;

/// <summary>The id of a directive. Never empty, unless it is the default value; see <see cref="EntityIdRule"/>.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveId")]
[JsonConverter(typeof(EntityIdJsonConverterFactory))]
public readonly record struct DirectiveId : IEntityId<DirectiveId>
{
    [Id(0)]
    private readonly string _value;

    private DirectiveId(string value) => _value = value;

    /// <summary>The id as people and programs write it; empty only for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The stream of events that belongs to it.</summary>
    public StreamId Stream => new(StreamKind.Directive, Value);

    /// <summary>Makes an id of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException">The text breaks <see cref="EntityIdRule"/>.</exception>
    public static DirectiveId Of(string text) => new(EntityIdRule.Require(text, nameof(DirectiveId)));

    /// <summary>
    /// The id of another directive of the group that this one is the first of: the first 128 bits of SHA-256 over this id, a slash and the
    /// place, as 32 hex digits. It follows from the first id alone, so a repeat finds the same directives. It never changes.
    /// </summary>
    /// <param name="place">The place in the group, from 0; 0 is this directive itself.</param>
    public DirectiveId InGroup(int place)
    {
        if (place == 0)
            return this;
        var text = string.Create(CultureInfo.InvariantCulture, $"{Value}/{place}");
        return Of(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
