namespace Tocsin.Auditing.Checks;

/// <summary>The board row of a stream is the one that its events lead to.</summary>
internal sealed class BoardCheck(AuditFindings findings, AuditCounts counts) : IAuditCheck
{
    /// <inheritdoc/>
    public void See(AuditedStream stream)
    {
        var due = Due(stream);
        if (due == stream.Board)
            return;
        var words = $"its board row differs in {string.Join(", ", Differences.Of(stream.Board, due))}";
        findings.Add(FindingKind.BoardDiffers, stream.Stream.ToString(), stream.Last.Position, words);
    }

    /// <summary>The row that should be there, as far as that is known.</summary>
    private StoredBoard Due(AuditedStream stream)
    {
        var stands = stream.Board;
        if (stream.BoardDue is not { } entry)
        {
            // The events cannot be folded, so only the head is known.
            var last = stream.Last;
            return stands with
            {
                Hash = Convert.ToHexStringLower(last.Hash),
                Position = last.Position,
                Kind = (short)stream.Stream.Kind,
                Bucket = stream.Stream.Bucket,
            };
        }

        var due = StoredBoard.Of(stream.Stream, stream.Last, entry);
        if (stands.ViewCode == entry.ViewCode)
            return due;

        // Another version of the code made the view, and its due and late times. The row is computed again when it is read.
        counts.ViewsOfOtherCode++;
        return due with { ViewCode = stands.ViewCode, View = stands.View, DueAt = stands.DueAt, LateAt = stands.LateAt };
    }
}
