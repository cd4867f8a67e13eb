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
}
