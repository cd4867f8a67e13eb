using System.Text.Json.Nodes;

namespace Tocsin.JsonBodies;

/// <summary>A number of bytes: whole, and such that every reader of JSON keeps it exactly.</summary>
internal sealed class ByteCountType : IntegerType<long>
{
    /// <summary>The largest: 2^53 - 1, which JavaScript still reads exactly.</summary>
    private const long Max = (1L << 53) - 1;

    /// <summary>The only instance.</summary>
    public static readonly ByteCountType Instance = new();

    private ByteCountType()
        : base(0, Max, "int64")
    {
    }

    /// <inheritdoc/>
    public override JsonNode Write(long value) => JsonValue.Create(value);
}
