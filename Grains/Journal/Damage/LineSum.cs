using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Damage;

/// <summary>
/// Whether an event is what the append wrote: its line, the columns that repeat parts of the line, its hash and its position.
/// </summary>
internal static class LineSum
{
    private const string RecordedAt = ",\"recordedAt\":\"";
    private const string Command = "},\"commandId\":\"";
    private const int TimeLength = 24;

    /// <summary>Whether everything fits.</summary>
    /// <param name="stored">The event as it was read.</param>
    /// <param name="stream">The name of its stream as it was read.</param>
    /// <param name="sum">Its checksum.</param>
    public static bool Fits(JournalEvent stored, string stream, int sum)
    {
        var line = stored.Line.AsSpan();
        return TryFindTime(line, out var at)
            && IsTime(line.Slice(at, TimeLength), stored.RecordedAt)
            && (RowSum.OfLine(line[..at], line[(at + TimeLength)..]) ^ RowSum.End(stored.Hash, stored.Position)) == sum
            && Begins(line, stored, stream)
            && HasCommand(line[at..], stored.CommandId);
    }

    /// <summary>Whether a line and its hash and position fit a checksum, whatever stands beside it.</summary>
    public static bool Fits(ReadOnlySpan<char> line, ReadOnlySpan<byte> hash, JournalPosition position, int sum) =>
        TryFindTime(line, out var at)
        && (RowSum.OfLine(line[..at], line[(at + TimeLength)..]) ^ RowSum.End(hash, position)) == sum;

    // No value before it can hold these characters: names of streams and kinds have no quotes, and no text of somebody's stands there.
    private static bool TryFindTime(ReadOnlySpan<char> line, out int at)
    {
        at = line.IndexOf(RecordedAt, StringComparison.Ordinal) + RecordedAt.Length;
        return at >= RecordedAt.Length && line.Length >= at + TimeLength;
    }

    private static bool IsTime(ReadOnlySpan<char> text, DateTimeOffset time)
    {
        Span<char> due = stackalloc char[TimeLength];
        return time.UtcDateTime.TryFormat(due, out var length, EventLine.TimeFormat, CultureInfo.InvariantCulture)
            && text.SequenceEqual(due[..length]);
    }

    private static bool Begins(ReadOnlySpan<char> line, JournalEvent stored, string stream)
    {
        Span<char> version = stackalloc char[11];
        stored.Version.TryFormat(version, out var digits, provider: CultureInfo.InvariantCulture);
        return Skip(ref line, "{\"stream\":\"")
            && Skip(ref line, stream)
            && Skip(ref line, "\",\"version\":")
            && Skip(ref line, version[..digits])
            && Skip(ref line, ",\"kind\":\"")
            && Skip(ref line, stored.Kind)
            && Skip(ref line, "\",\"occurredAt\":\"")
            && line.Length > TimeLength
            && IsTime(line[..TimeLength], stored.OccurredAt);
    }

    // A quote in the actor's own words is escaped, so this is the command's.
    private static bool HasCommand(ReadOnlySpan<char> line, CommandId command)
    {
        var at = line.IndexOf(Command, StringComparison.Ordinal) + Command.Length;
        return at >= Command.Length && line[at..].StartsWith(command.ToString(), StringComparison.Ordinal);
    }

    private static bool Skip(ref ReadOnlySpan<char> line, scoped ReadOnlySpan<char> start)
    {
        if (!line.StartsWith(start, StringComparison.Ordinal))
            return false;
        line = line[start.Length..];
        return true;
    }
}
