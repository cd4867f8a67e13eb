namespace Tocsin.Auditing;

/// <summary>The result of an audit.</summary>
/// <param name="Counts">How much was read.</param>
/// <param name="Findings">What is wrong.</param>
/// <param name="Duration">How long it took.</param>
public sealed record AuditReport(AuditCounts Counts, AuditFindings Findings, TimeSpan Duration)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Findings.Counts.Count == 0;
}
