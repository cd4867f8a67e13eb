namespace Tocsin.Journal;

/// <summary>The limits of the journal. Each is checked where it is named, and each has a metric that shows when it is reached.</summary>
public static class JournalLimits
{
    /// <summary>
    /// The most streams that one append may touch: an incident, a call, another incident, and 50 units with room to spare.
    /// </summary>
    public const int StreamsPerAppend = 256;

    /// <summary>The most events in one append.</summary>
    public const int EventsPerAppend = 1024;

    /// <summary>The longest line of an event, in UTF-16 units.</summary>
    public const int LineLength = 256 * 1024;

    /// <summary>The most events that one page of a read carries; a page may exceed it to end with a whole append.</summary>
    public const int EventsPerPage = 1000;

    /// <summary>The most keys of one thing by which lists find it.</summary>
    public const int ListKeysMax = 500;

    /// <summary>The longest key by which lists find a thing, in UTF-16 units.</summary>
    public const int ListKeyMaxLength = 100;

    /// <summary>The most names that one append takes or gives back.</summary>
    public const int ClaimsPerAppend = 64;

    /// <summary>The longest name that a stream may claim, in UTF-16 units.</summary>
    public const int ClaimMaxLength = 200;
}
