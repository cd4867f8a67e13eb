using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tocsin.Auditing;

/// <summary>A report for programs: one JSON object.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text, on one line.</summary>
    public static string Write(AuditReport report)
    {
        var counts = report.Counts;
        return JsonSerializer.Serialize(
            new
            {
                clean = report.IsClean,
                streams = counts.Streams,
                events = counts.Events,
                position = counts.Position.Value,
                seals = counts.Seals,
                sealedTo = counts.SealedTo.Value,
                uncheckedSeals = counts.UncheckedSeals,
                copiedSeals = counts.CopiedSeals,
                accessSpans = counts.AccessSpans,
                accessItems = counts.AccessItems,
                erased = counts.Erased,
                viewsOfOtherCode = counts.ViewsOfOtherCode,
                seconds = Math.Round(report.Duration.TotalSeconds, 3),
                counts = report.Findings.Counts.ToDictionary(c => AuditText.Name(c.Key), c => c.Value),
                findings = report.Findings.Told.Select(f => new
                {
                    kind = AuditText.Name(f.Kind),
                    stream = f.Stream,
                    position = f.Position?.Value,
                    words = f.Words,
                }),
            },
            Options);
    }
}
