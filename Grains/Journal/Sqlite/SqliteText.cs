using System.Buffers;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Rejects invalid text: a NUL or an unpaired surrogate. PostgreSQL rejects both; SQLite would store another text than was hashed. The
/// gateway rejects them earlier, so this only catches faults of the program.
/// </summary>
internal static class SqliteText
{
    /// <summary>Looks at every text that an append stores.</summary>
    /// <exception cref="BatchRejectedException">One of the texts is invalid.</exception>
    public static void Require(PreparedAppend append)
    {
        var request = append.Request;
        Require(request.Key?.Extra);
        foreach (var head in request.Heads)
        {
            Require(head.Board?.View);
            Require(head.Board?.Station);
        }

        foreach (var one in append.Events)
        {
            Require(one.Kind);
            Require(one.Head);
            Require(one.Tail);
        }

        foreach (var row in request.Incidents)
        {
            Require(row.Number);
            Require(row.Category);
            Require(row.Station);
            Require(row.FirstAssignedStation);
            Require(row.FirstOnSceneStation);
            Require(row.Search);
        }

        foreach (var row in request.Responses)
            Require(row.Station);
        foreach (var row in request.Calls)
        {
            Require(row.DispositionKind);
            Require(row.Search);
        }

        foreach (var entry in request.Personal)
            Require(entry.Value);
    }

    private static void Require(string? text)
    {
        if (text is not null && !IsText(text))
            throw new BatchRejectedException("A text holds a NUL or an unpaired surrogate.");
    }

    private static bool IsText(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return false;
        for (var next = text.IndexOfAnyInRange('\uD800', '\uDFFF'); next >= 0; next = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (System.Text.Rune.DecodeFromUtf16(text[next..], out _, out var length) != OperationStatus.Done)
                return false;
            text = text[(next + length)..];
        }

        return true;
    }
}
