namespace Tocsin.Journal;

/// <summary>The order of a list.</summary>
public enum ListOrder
{
    /// <summary>Newest first (<see cref="Listing.At"/>), then by id. Only things with a listing.</summary>
    Newest,

    /// <summary>By id. Also things without a listing; without a search by text or keys.</summary>
    ById,

    /// <summary>What is late only (<see cref="BoardEntry.LateAt"/>), the longest first, then by id. Only things with a listing.</summary>
    LongestLate,
}
