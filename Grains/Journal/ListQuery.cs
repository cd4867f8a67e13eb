using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>Which things of one kind a list shows. Absent (null, empty) means any.</summary>
/// <param name="Kind">The kind of stream.</param>
/// <param name="Limit">The most rows: 1 to 100,000.</param>
public sealed record ListQuery(StreamKind Kind, int Limit)
{
    /// <summary>By which order; newest first by default.</summary>
    public ListOrder Order { get; init; }

    /// <summary>Whether it is open (<see cref="BoardEntry.Open"/>).</summary>
    public bool? Open { get; init; }

    /// <summary>
    /// Its status (<see cref="BoardEntry.Status"/>). Where the status says that the thing is open, set <see cref="Open"/> too: open things
    /// are few.
    /// </summary>
    public short? Status { get; init; }

    /// <summary>Its station (<see cref="BoardEntry.Station"/>).</summary>
    public string? Station { get; init; }

    /// <summary>A substring of <see cref="Listing.Text"/>; case does not count.</summary>
    public string? Text { get; init; }

    /// <summary>Listed (<see cref="Listing.At"/>) at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Listed before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Keys of which it has all.</summary>
    public IReadOnlyList<string> AllKeys { get; init; } = [];

    /// <summary>Keys of which it has at least one.</summary>
    public IReadOnlyList<string> AnyKey { get; init; } = [];

    /// <summary>The last thing of the page before: goes on behind it. Its time counts only in the order by time.</summary>
    public (DateTimeOffset At, string Id)? After { get; init; }
}
