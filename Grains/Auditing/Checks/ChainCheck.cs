using Tocsin.Journal.Writing;

namespace Tocsin.Auditing.Checks;

/// <summary>In each stream, versions count from 1, and each hash is that of the hash before it and the line.</summary>
internal sealed class ChainCheck(AuditFindings findings) : IAuditCheck
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

        if (!EventLine.Hash(happened.HashBefore, now.Line).AsSpan().SequenceEqual(now.Hash))
        {
            findings.Add(
                FindingKind.HashWrong,
                now.Stream,
                now.Position,
                $"the hash of version {now.Version} does not follow from the one before it and the line");
        }
    }
}
