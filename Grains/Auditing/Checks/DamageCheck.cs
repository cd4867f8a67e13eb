using Tocsin.Journal.Damage;

namespace Tocsin.Auditing.Checks;

/// <summary>Lines and board rows fit their checksums. What was changed by somebody who knows the recipe fits, too: see the chain.</summary>
internal sealed class DamageCheck(AuditFindings findings) : IAuditCheck
{
    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        var stored = happened.Stored;
        if (stored.Sum is { } sum && !LineSum.Fits(stored.Line, stored.Hash, stored.Position, sum))
        {
            findings.Add(
                FindingKind.Damaged, stored.Stream, stored.Position, "its line, hash or position does not fit the checksum beside it");
        }
    }

    /// <inheritdoc/>
    public void See(AuditedStream stream)
    {
        if (stream.Last.IsBoardDamaged)
        {
            findings.Add(
                FindingKind.Damaged, stream.Stream.ToString(), stream.Last.Position, "its board row does not fit the checksum beside it");
        }
    }
}
