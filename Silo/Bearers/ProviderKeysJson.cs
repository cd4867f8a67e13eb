using System.Text.Json.Serialization;

namespace Tocsin.Bearers;

/// <summary>The JSON of the kept keys.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProviderKeysFile.Content))]
internal sealed partial class ProviderKeysJson : JsonSerializerContext;
