using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Auditing.Checks;

/// <summary>
/// Each seal of a copy that was kept elsewhere is in the database as it is in the copy, and the journal reaches as far. The database may
/// have more: a copy may begin later, or be the log of one silo of several.
/// </summary>
internal sealed class SealCopyCheck(AuditFindings findings, AuditCounts counts, SealKeys? keys, SealCopy copy) : IAuditCheck
{
    private readonly Dictionary<DateTimeOffset, Seal> _left = copy.Seals.ToDictionary(s => s.At);
    private readonly HashSet<DateTimeOffset> _differing = [];

    /// <inheritdoc/>
    public void See(Seal seal)
    {
        if (_left.TryGetValue(seal.At, out var copied) && SealText.Line(copied) == SealText.Line(seal))
            _left.Remove(seal.At);
        else if (copied is not null)
            _differing.Add(seal.At);
    }

    /// <inheritdoc/>
    public void End(JournalPosition position)
    {
        if (copy.IsRead)
            counts.CopiedSeals = copy.Seals.Count;
        foreach (var line in copy.Damaged)
            findings.Add(FindingKind.CopyDamaged, null, null, $"line {line} of the copy is no whole seal, or is another one of its time");
        Seal? newest = null;
        foreach (var seal in _left.Values.OrderBy(s => s.At))
        {
            // Whoever can write to the copy can write any seal into it: one that is not signed accuses nobody.
            if (seal.IsSigned && keys?.Verify(seal) == false)
            {
                findings.Add(
                    FindingKind.CopyDamaged,
                    null,
                    seal.Position,
                    $"the copy's seal of {EventLine.Time(seal.At)} is not signed with the key");
                continue;
            }

            Tell(seal);
            if (newest is null || seal.Position > newest.Position)
                newest = seal;
        }

        if (newest is not null && newest.Position > position)
        {
            findings.Add(
                FindingKind.EventsMissing,
                null,
                position,
                $"the journal ends here, and the copy's seal of {EventLine.Time(newest.At)} covers events up to {newest.Position}");
        }
    }

    private void Tell(Seal seal)
    {
        var byHmac = seal.IsSigned ? "" : "; it is one by HMAC, which proves nothing about the copy";
        if (_differing.Contains(seal.At))
        {
            findings.Add(
                FindingKind.SealDiffers,
                null,
                seal.Position,
                $"the seal of {EventLine.Time(seal.At)} is another one in the copy{byHmac}");
        }
        else
        {
            findings.Add(
                FindingKind.SealMissing,
                null,
                seal.Position,
                $"the seal of {EventLine.Time(seal.At)} is in the copy and not in the database{byHmac}");
        }
    }
}
