using System.Text.Json.Nodes;

namespace Tocsin.JsonBodies;

/// <summary>A whole number of 32 bits.</summary>
/// <param name="min">The smallest.</param>
/// <param name="max">The largest.</param>
internal sealed class WholeNumberType(int min, int max) : IntegerType<int>(min, max, "int32")
{
    /// <inheritdoc/>
    public override JsonNode Write(int value) => JsonValue.Create(value);
}
