namespace Tocsin.Journal.Sqlite;

/// <summary>The limits of the journal on SQLite.</summary>
public static class SqliteLimits
{
    /// <summary>
    /// The most work items that wait for the thread that writes: a batch, and a few erasures of personal data.
    /// </summary>
    public const int WritesWaiting = 64;

    /// <summary>How many connections read at the same time; the next reader waits for one of them.</summary>
    public const int Readers = 8;

    /// <summary>How many lists and reports run at the same time, each on a thread of the pool.</summary>
    public const int Reports = 2;

    /// <summary>How many rows a report reads in one go: a long read would keep the write-ahead log from being reused.</summary>
    public const int ReportRows = 2000;

    /// <summary>
    /// How long, in ms, a connection waits for a lock of another process (a tool, say) before the journal counts as unavailable.
    /// </summary>
    public const int BusyMs = 1000;

    /// <summary>
    /// The size of the write-ahead log, in pages of 4 KiB, at which it is copied into the file (a checkpoint, two more syncs): 16 MiB.
    /// </summary>
    public const int CheckpointPages = 4096;

    /// <summary>
    /// How large the file is at most, in pages of 4 KiB, that is written anew at once after an erasure: 64 MiB, a second or so in which
    /// appends wait. A larger one is written anew at the next start.
    /// </summary>
    public const int RewritePagesMax = 16 * 1024;

    /// <summary>The same at the start: 1 GiB, some ten seconds. A larger one is written anew by hand.</summary>
    public const int RewriteAtStartPagesMax = 256 * 1024;

    /// <summary>How many times as long as it took the writer does nothing of that sort again: many erasures take 5 % of its time.</summary>
    public const int RewritePause = 20;

    /// <summary>When it is tried again where the disk did not let it.</summary>
    public static readonly TimeSpan RewriteAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>How long a reader that keeps the write-ahead log from being emptied after an erasure is let alone.</summary>
    public static readonly TimeSpan EmptyAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>To how many bytes the write-ahead log's file is cut back when a long read let it grow: 64 MiB.</summary>
    public const int LogBytes = 64 * 1024 * 1024;

    /// <summary>
    /// The memory of the writing connection's page cache, in KiB: 64 MiB, so that the upper levels of all trees stay in it.
    /// </summary>
    public const int WriterCacheKiB = 64 * 1024;

    /// <summary>The memory of each reading connection's page cache, in KiB.</summary>
    public const int ReaderCacheKiB = 8 * 1024;
}
