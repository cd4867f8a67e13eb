using System.Text.Json.Serialization;

namespace Tocsin.Reports;

/// <summary>How the limits of an incident's row are written: compact, without what is absent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportTargets))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
