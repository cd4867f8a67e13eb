using System.Text.Json.Serialization;

namespace Tocsin.Consoles;

/// <summary>How what only the console reads is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsoleSettings))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
