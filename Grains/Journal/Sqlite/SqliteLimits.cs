namespace Tocsin.Journal.Sqlite;

/// <summary>The limits of the journal on SQLite.</summary>
public static class SqliteLimits
{
    /// <summary>
    /// How many pieces of work may wait for the one thread that writes: a batch, and the few erasures of personal data beside it.
    /// </summary>
    public const int WritesWaiting = 64;

    /// <summary>How many connections read at the same time; the next reader waits for one of them.</summary>
    public const int Readers = 8;

    /// <summary>How many lists and reports run at the same time, each on a thread of the pool.</summary>
    public const int Reports = 2;

    /// <summary>How many rows a report reads in one go: a long read would keep the write-ahead log from being reused.</summary>
    public const int ReportRows = 2000;

    /// <summary>
    /// How long, in ms, a connection waits for a lock that somebody else holds (a tool on the file) before the journal is unavailable.
    /// </summary>
    public const int BusyMs = 1000;

    /// <summary>
    /// After how many pages of 4 KiB the write-ahead log is carried over into the file, which costs two syncs more: 16 MiB.
    /// </summary>
    public const int CheckpointPages = 4096;

    /// <summary>To how many bytes the write-ahead log's file is cut back when a long read let it grow: 64 MiB.</summary>
    public const int LogBytes = 64 * 1024 * 1024;

    /// <summary>
    /// The memory of the writing connection's page cache, in KiB: 64 MiB, so that the upper levels of all trees stay in it.
    /// </summary>
    public const int WriterCacheKiB = 64 * 1024;

    /// <summary>The memory of each reading connection's page cache, in KiB.</summary>
    public const int ReaderCacheKiB = 8 * 1024;
}
