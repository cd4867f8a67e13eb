using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>The events of one stream, newest first, and the cursors of lists that are made of them.</summary>
internal static class NewestFirst
{
    /// <summary>How many events back from its end a stream is looked through: 20,000, years of a unit's.</summary>
    public const int LookBack = 20_000;

    /// <summary>The events from a version on backwards, at most <see cref="LookBack"/> of them.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="newest">The stream's version.</param>
    public static async IAsyncEnumerable<JournalEvent> ReadAsync(IJournal journal, StreamId stream, int newest)
    {
        for (var end = newest; end > 0 && newest - end < LookBack; end = Math.Max(0, end - JournalLimits.EventsPerPage))
        {
            var start = Math.Max(0, end - JournalLimits.EventsPerPage);
            foreach (var happened in (await journal.ReadStreamAsync(stream, start, end - start)).Reverse())
                yield return happened;
        }
    }

    /// <summary>Reads a cursor, the version of the last item of a page; none is the list's beginning.</summary>
    public static bool TryReadCursor(string? cursor, out int before)
    {
        before = int.MaxValue;
        return cursor is null
            || (Cursor.ReadParts(cursor) is [var version]
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out before));
    }

    /// <summary>The cursor behind a page; null: there is no further page.</summary>
    public static string? WriteCursor(int? next) =>
        next is { } version ? Cursor.WriteParts(version.ToString(CultureInfo.InvariantCulture)) : null;
}
