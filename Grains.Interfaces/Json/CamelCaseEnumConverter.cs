using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tocsin.Json;

/// <summary>Writes the words of a list as the contract does: <c>enRoute</c>.</summary>
/// <typeparam name="T">The list.</typeparam>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
