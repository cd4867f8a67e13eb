namespace Tocsin.Journal;

/// <summary>Which calls a list shows; newest received first, then by id. Absent means any.</summary>
/// <param name="Status">Of this status (<see cref="CallRow.Status"/>).</param>
/// <param name="Text">A substring of <see cref="CallRow.Search"/>; case does not count.</param>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="After">The last one of the page before: goes on behind it.</param>
/// <param name="Limit">1 to 201.</param>
public sealed record CallQuery(
    short? Status,
    string? Text,
    DateTimeOffset? From,
    DateTimeOffset? To,
    (DateTimeOffset ReceivedAt, string Id)? After,
    int Limit);
