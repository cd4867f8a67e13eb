namespace Tocsin.Access;

/// <summary>The limits of the access log.</summary>
internal static class AccessLimits
{
    /// <summary>The most rows of a span: what a silo reads and hashes in one go.</summary>
    public const int SpanRowsMax = 100_000;

    /// <summary>
    /// The most spans that one look at their ages removes; the next look goes on. In 10 minutes 600 spans are made where something is
    /// looked at in each second.
    /// </summary>
    public const int SpansRemovedMax = 10_000;

    /// <summary>Among so many of the newest spans the one that the newest seal covers is looked for: more than a day of seconds.</summary>
    public const int SealedSearchMax = 100_000;

    /// <summary>How often the system looks for spans that have become too old.</summary>
    public static readonly TimeSpan RemovalInterval = TimeSpan.FromMinutes(10);
}
