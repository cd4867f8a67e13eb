using Tocsin.Journal.Writing;

namespace Tocsin.Auditing.Checks;

/// <summary>In each stream, versions count from 1, and each hash is that of the hash before it and the line.</summary>
internal sealed class ChainCheck(AuditFindings findings, AuditCounts counts, ErasureBook erasures) : IAuditCheck
{
    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        var now = happened.Stored;
        if (happened.Stream is null)
            return;
        if (now.Version != happened.VersionBefore + 1)
        {
            // After a gap the hash cannot be checked: the hash before it is missing.
            findings.Add(
                FindingKind.VersionGap, now.Stream, now.Position, $"version {now.Version} comes after version {happened.VersionBefore}");
            return;
        }

        if (happened.IsErased)
            counts.Erased++;
        if (!Follows(happened, now.Line) && !IsErased(happened))
        {
            findings.Add(
                FindingKind.HashWrong,
                now.Stream,
                now.Position,
                $"the hash of version {now.Version} does not follow from the one before it and the line");
        }
    }

    private static bool Follows(AuditedEvent happened, string line) =>
        EventLine.Hash(happened.HashBefore, line).AsSpan().SequenceEqual(happened.Stored.Hash);

    // A line of before that was enciphered afterwards: while its keys are there, what they hide must give the hash; then the table of
    // erasures speaks for it, which the seals cover.
    private bool IsErased(AuditedEvent happened) =>
        erasures.Has(happened.Stored) && (happened.IsErased || (happened.Deciphered is { } plain && Follows(happened, plain)));
}
