using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Units;

/// <summary>The generated serializers of what units keep beside the journal.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(UnitState))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class UnitJsonContext : JsonSerializerContext;
