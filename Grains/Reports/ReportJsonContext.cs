using System.Text.Json.Serialization;

namespace Tocsin.Reports;

/// <summary>How the limits of an incident's row are written: compact, without what is absent; and how results are read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportTargets))]
[JsonSerializable(typeof(ResultsView))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
