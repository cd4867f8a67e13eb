using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tocsin.Auditing;

/// <summary>A report for people: a line for each finding, then the summary.</summary>
internal static class AuditText
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(AuditReport report)
    {
        var text = new StringBuilder();
        foreach (var (kind, stream, position, words) in report.Findings.Told)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Name(kind)} {stream ?? "-"} {position?.ToString() ?? "-"} {words}");
        foreach (var (kind, count) in report.Findings.Counts.Where(c => c.Value > AuditLimits.FindingsPerKind))
            text.AppendLine(CultureInfo.InvariantCulture, $"{Name(kind)} - - and {count - AuditLimits.FindingsPerKind} more");

        var counts = report.Counts;
        if (counts.ViewsOfOtherCode > 0)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{counts.ViewsOfOtherCode} views were made by code of another number; their text was not compared.");
        }

        if (counts.Erased > 0)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture, $"{counts.Erased} events have texts that were erased; their chains hold without them.");
        }

        if (counts.UncheckedSeals > 0)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{counts.UncheckedSeals} seals by HMAC could not be checked without the secret; the signed seal behind them covers them.");
        }

        text.Append(CultureInfo.InvariantCulture, $"{counts.Streams} streams, {counts.Events} events up to position {counts.Position}, ");
        text.Append(CultureInfo.InvariantCulture, $"{counts.Seals} seals up to position {counts.SealedTo}, ");
        if (counts.CopiedSeals is { } copied)
            text.Append(CultureInfo.InvariantCulture, $"{copied} seals of the copy, ");
        text.Append(CultureInfo.InvariantCulture, $"{counts.AccessItems} items of the access log, ");
        text.Append(CultureInfo.InvariantCulture, $"{report.Duration.TotalSeconds:0.0} s: ");
        if (report.IsClean)
            return text.Append("clean.").ToString();
        return text.Append(CultureInfo.InvariantCulture, $"{report.Findings.Counts.Values.Sum()} findings.").ToString();
    }

    /// <summary>A kind as the output names it.</summary>
    public static string Name(FindingKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
