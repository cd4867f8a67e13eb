using System.Text.Json;
using Microsoft.OpenApi;

namespace Tocsin.Bodies;

/// <summary>A field of a body, of a known type.</summary>
/// <typeparam name="T">What its value becomes.</typeparam>
internal sealed class Field<T>(string name, Presence presence, Kind<T> kind) : Field(name, presence)
{
    /// <inheritdoc/>
    protected override object? ReadValue(ref Utf8JsonReader reader, FieldErrors errors) =>
        kind.Read(ref reader, errors, out var value) ? value : null;

    /// <inheritdoc/>
    protected override OpenApiSchema ValueSchema() => kind.Schema();
}
