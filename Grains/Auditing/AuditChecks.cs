using Tocsin.Auditing.Checks;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>The list of the checks.</summary>
internal static class AuditChecks
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IAuditCheck> All(
        AuditFindings findings, AuditCounts counts, SealKeys? keys, SealCopy? copy, ErasureBook erasures) =>
    [
        new OrderCheck(findings),
        new ChainCheck(findings, counts, erasures),
        new DamageCheck(findings),
        new LineCheck(findings),
        new SealCheck(findings, counts, keys),
        new SealCopyCheck(findings, counts, keys, copy ?? SealCopy.None),
        new AssignmentCheck(findings),
        new DirectiveCheck(findings),
        new ClockCheck(findings),
        new BoardCheck(findings, counts),
        new RowCheck(findings),
        new ListCheck(findings),
    ];
}
