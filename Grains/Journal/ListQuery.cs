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

    /// <summary>Its priority (<see cref="BoardEntry.Priority"/>).</summary>
    public short? Priority { get; init; }

    /// <summary>Whether it is late (<see cref="BoardEntry.LateAt"/>).</summary>
    public bool? Late { get; init; }

    /// <summary>Words that all occur in <see cref="Listing.Text"/>; <see cref="SearchText.Words"/> says what a word is.</summary>
    public string? Text { get; init; }

    /// <summary>Listed (<see cref="Listing.At"/>) at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Listed before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Keys of which it has all.</summary>
    public IReadOnlyList<string> AllKeys { get; init; } = [];

    /// <summary>Keys of which it has at least one.</summary>
    public IReadOnlyList<string> AnyKey { get; init; } = [];

    /// <summary>
    /// Keys of which it has at least one, in an area of which the newest things may hold many: these are looked at first, without the keys'
    /// index.
    /// </summary>
    public IReadOnlyList<string> Area { get; init; } = [];

    /// <summary>
    /// Digits, 4 or more: only things whose personal text holds a number that ends with them, or that is the end of them with at least
    /// <see cref="NumberMin"/> digits. Signs and spaces do not count. Without a text.
    /// </summary>
    public string? NumberEnd { get; init; }

    /// <summary>The fewest digits of a stored number that a longer one finds.</summary>
    public int NumberMin { get; init; }

    /// <summary>
    /// The last thing of the page before: goes on behind it. Its time is that of the order: <see cref="Listing.At"/>, or
    /// <see cref="BoardEntry.LateAt"/> in a list of what is late longest; it does not count in a list by id.
    /// </summary>
    public (DateTimeOffset At, string Id)? After { get; init; }
}
