using System.Text.Json.Serialization;

namespace Tocsin.Consoles;

/// <summary>The generated serialiser of <see cref="ConsoleSettings"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsoleSettings))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
