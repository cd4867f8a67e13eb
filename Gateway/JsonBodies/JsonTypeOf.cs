using System.Text.Json;
using System.Text.Json.Nodes;
using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>A type of JSON value that becomes a .NET value.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
internal abstract class JsonType<T> : JsonType
{
    /// <summary>
    /// Reads the value at which the reader stands, and leaves the reader on the value's last token even when the value is wrong.
    /// </summary>
    /// <returns>Whether the value is valid; if not, <paramref name="errors"/> says why.</returns>
    public abstract bool Read(ref Utf8JsonReader reader, FieldErrors errors, out T value);

    /// <summary>A value as JSON, for examples.</summary>
    public abstract JsonNode Write(T value);

    /// <inheritdoc/>
    public sealed override FieldErrors Check(ReadOnlySpan<byte> json)
    {
        var errors = new FieldErrors();
        RequestBody.ReadWhole(json, this, errors, out _);
        return errors;
    }

    /// <summary>Skips a value of the wrong type.</summary>
    /// <returns>False.</returns>
    protected static bool WrongType(ref Utf8JsonReader reader, FieldErrors errors, string expected)
    {
        ArgumentNullException.ThrowIfNull(errors);
        errors.Add(ErrorCodes.WrongType, $"must be {expected}");
        reader.Skip();
        return false;
    }
}
