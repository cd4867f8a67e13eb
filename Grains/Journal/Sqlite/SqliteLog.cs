using System.Globalization;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Looks whether a write-ahead log is whole before SQLite opens it. SQLite takes the log up to the first frame that does not fit and drops
/// the rest, because that is what a transaction looks like that a crash cut short. But one transaction at most is cut short: the next is
/// written only when the one before is on the disk. So commits behind the one that does not fit say that the log was damaged later, and
/// that what was acknowledged is lost.
/// </summary>
public static class SqliteLog
{
    private const string Suffix = "-wal";
    private const string KeptMark = ".damaged-";

    /// <summary>What of a journal's log is damaged; null: nothing that can be told from a crash.</summary>
    /// <param name="journal">The journal's file.</param>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public static LogDamage? Find(string journal)
    {
        var path = journal + Suffix;
        if (!File.Exists(path))
            return null;
        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20);
        return LogFrames.Of(log) is { } frames ? Find(frames) : null;
    }

    /// <summary>As <see cref="Find(string)"/>, and keeps a copy of a damaged log beside the journal: SQLite will overwrite it.</summary>
    /// <param name="journal">The journal's file, which no process has open.</param>
    /// <param name="now">The time, for the copy's name.</param>
    public static LogDamage? Keep(string journal, DateTimeOffset now)
    {
        if (Find(journal) is not { } damage)
            return null;
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var kept = journal + Suffix + KeptMark + time;
        using (var copy = OwnerOnly.Open(kept, FileMode.CreateNew))
        using (var log = File.OpenRead(journal + Suffix))
        {
            log.CopyTo(copy);
            copy.Flush(flushToDisk: true);
        }

        return damage with { Kept = Path.GetFileName(kept) };
    }

    /// <summary>The names of the copies that stand beside a journal, oldest first.</summary>
    public static IReadOnlyList<string> KeptBeside(string journal) =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(journal)!, Path.GetFileName(journal) + Suffix + KeptMark + "*")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    private static LogDamage? Find(LogFrames frames)
    {
        var (number, sum) = (0, frames.Start);
        while (frames.Next())
        {
            number++;
            var due = frames.SumAfter(sum);
            if (!frames.HeaderFits || !frames.IsOfThis || frames.Stored != due)
                return FindBehind(frames, number, due);
            sum = due;
        }

        return null;
    }

    /// <summary>
    /// The frame that was read last does not fit. What goes on behind it, from the checksum that it carries or from the one that it should
    /// carry, was written behind it; anything else is left of an earlier use of the file.
    /// </summary>
    private static LogDamage? FindBehind(LogFrames frames, int number, (uint, uint) due)
    {
        var commits = frames.IsCommit ? 1 : 0;
        var isBehindCommit = false;
        (uint, uint)? either = due;
        var sum = frames.Stored;
        while (frames.Next() && frames.IsOfThis)
        {
            if (frames.Stored != frames.SumAfter(sum) && (either is not { } other || frames.Stored != frames.SumAfter(other)))
                break;
            isBehindCommit |= commits > 0;
            commits += frames.IsCommit ? 1 : 0;
            (sum, either) = (frames.Stored, null);
        }

        return isBehindCommit ? new LogDamage(number, commits) : null;
    }
}
