namespace Tocsin.Auditing.Checks;

/// <summary>A board row says what its stream's events come to.</summary>
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

    /// <summary>The row that should stand there, as far as it can be known.</summary>
    private StoredBoard Due(AuditedStream stream)
    {
        var stands = stream.Board;
        if (stream.BoardDue is not { } entry)
        {
            // It cannot be folded: only the head is certain.
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

        // Other code made the view, and what it reckoned to be due and late with it; the row is made anew when it is next read.
        counts.ViewsOfOtherCode++;
        return due with { ViewCode = stands.ViewCode, View = stands.View, DueAt = stands.DueAt, LateAt = stands.LateAt };
    }
}
