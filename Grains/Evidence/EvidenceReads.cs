using System.Globalization;
using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Evidence;

/// <summary>
/// The evidence of one thing, out of its events: read backwards, because verifications stand behind what they verify, and no further than
/// its first piece.
/// </summary>
internal sealed class EvidenceReads(StreamCatalogue kinds, IJournal journal, ThingReads things)
{
    /// <summary>A page, in the order in which the pieces were added.</summary>
    /// <param name="stream">The thing.</param>
    /// <param name="limit">How many, 1 or more.</param>
    /// <param name="cursor">The cursor of the page; null: the first.</param>
    /// <param name="reader">Who reads.</param>
    public async Task<ThingPage> ListAsync(StreamId stream, int limit, string? cursor, Actor reader)
    {
        if (!TryReadCursor(cursor, out var after))
            return Cursor.Refused();
        var (row, refusal) = await things.RowAsync(stream, reader);
        if (row is null)
            return new ThingPage(refusal, [], null);
        var pieces = await ReadAsync(row, after);
        var page = pieces.Take(limit).ToList();
        return new ThingPage(
            null, [.. page.Select(TocsinJson.Write)], pieces.Count > page.Count ? Cursor.WriteParts(Text(page[^1].N)) : null);
    }

    private async Task<IReadOnlyList<EvidenceView>> ReadAsync(BoardRow row, int after)
    {
        // Most things have none: then no event is read.
        if (CountOf(row) <= after)
            return [];
        var pieces = new List<EvidenceView>();
        var verified = new Dictionary<int, VerificationView>();
        await foreach (var happened in NewestFirst.ReadAsync(journal, row.Stream, row.Version))
        {
            if (happened.Kind is not (IEvidenceAdded.Kind or IEvidenceVerified.Kind))
                continue;
            var known = kinds.Decode(row.Stream, happened.Kind, happened.Line);
            if (known is IEvidenceVerified verification)
                verified.TryAdd(verification.N, new(verification.Same, SubjectOf(happened), happened.OccurredAt));
            else if (known is IEvidenceAdded added)
                pieces.Add(View(added, happened, verified.GetValueOrDefault(added.N)));
            if (known is IEvidenceAdded { N: var n } && n <= after + 1)
                break;
        }

        pieces.Reverse();
        return [.. pieces.Where(p => p.N > after)];
    }

    private static EvidenceView View(IEvidenceAdded added, JournalEvent happened, VerificationView? verified)
    {
        var item = added.Item;
        return new EvidenceView(
            added.N,
            item.Kind,
            item.Uri,
            item.Sha256,
            item.Bytes,
            item.TakenAt,
            item.TakenBy,
            item.CameraId,
            item.Note,
            SubjectOf(happened),
            happened.OccurredAt,
            verified);
    }

    private static int CountOf(BoardRow row)
    {
        using var view = JsonDocument.Parse(row.Entry.View);
        return view.RootElement.TryGetProperty("evidenceCount", out var count) ? count.GetInt32() : 0;
    }

    private static string SubjectOf(JournalEvent happened)
    {
        using var line = JsonDocument.Parse(happened.Line);
        return line.RootElement.GetProperty("actor").GetProperty("subject").GetString() ?? "";
    }

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static bool TryReadCursor(string? cursor, out int after)
    {
        after = 0;
        return cursor is null
            || (Cursor.ReadParts(cursor) is [var n] && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out after));
    }
}
