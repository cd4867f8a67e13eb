using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Auditing;

/// <summary>The table of erasures, checked: which lines are not those that were hashed.</summary>
internal sealed class ErasureBook
{
    private readonly Dictionary<long, ErasureRow> _rows = [];
    private readonly HashSet<long> _found = [];
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private long _sealed;

    private ErasureBook()
    {
    }

    /// <summary>Checks that the rows are a chain.</summary>
    public static ErasureBook Of(IReadOnlyList<ErasureRow> rows, AuditFindings findings)
    {
        var book = new ErasureBook();
        var (number, hash) = (0L, EventLine.FirstHash.ToArray());
        foreach (var row in rows)
        {
            if (row.Number != ++number || !row.HashBehind(hash).AsSpan().SequenceEqual(row.Hash))
            {
                findings.Add(
                    FindingKind.ErasureBroken,
                    row.Stream,
                    row.Position,
                    $"row {row.Number} of the erasures does not follow row {number - 1}");
            }

            (number, hash) = (row.Number, row.Hash);
            book._rows[row.Position.Value] = row;
            book._numbers[Convert.ToHexString(row.Hash)] = row.Number;
        }

        return book;
    }

    /// <summary>Whether it names the line, as it stands.</summary>
    public bool Has(StoredEvent stored)
    {
        if (!_rows.TryGetValue(stored.Position.Value, out var row)
            || (row.Stream, row.Version) != (stored.Stream, stored.Version)
            || !row.Digest.AsSpan().SequenceEqual(ErasureRow.DigestOf(stored.Line)))
        {
            return false;
        }

        _found.Add(stored.Position.Value);
        return true;
    }

    /// <summary>Looks for the row that a seal covers. Seals come oldest first.</summary>
    public void See(Seal seal, AuditFindings findings)
    {
        if (!SealParts.Read(seal.Parts).TryGetValue(ErasureSeals.PartName, out var digest))
            return;
        if (!_numbers.TryGetValue(Convert.ToHexString(digest), out var number) || number < _sealed)
        {
            findings.Add(
                FindingKind.ErasureBroken,
                null,
                seal.Position,
                $"the seal of {EventLine.Time(seal.At)} covers an erasure that is not there, or not behind those of the seals before it");
            return;
        }

        _sealed = number;
    }

    /// <summary>All events were seen: each row must have had its line.</summary>
    public void End(AuditFindings findings)
    {
        foreach (var row in _rows.Values.Where(r => !_found.Contains(r.Position.Value)))
            findings.Add(FindingKind.ErasureBroken, row.Stream, row.Position, "the erasures name a line that is not so, or not there");
    }
}
