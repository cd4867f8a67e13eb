namespace Tocsin.Journal;

/// <summary>A stream's present state as lists, the watch and whoever reads one thing need it; written by the append, with the events that made it.</summary>
/// <param name="View">The thing as the contract shows it, JSON text, without personal data.</param>
/// <param name="ViewCode">The number of the code that made <paramref name="View"/>: an older one is made anew.</param>
/// <param name="Open">Whether it belongs on the board: an incident that is not closed, a unit on duty, a call not disposed of; always for a station.</param>
/// <param name="Status">The status as a number; its meaning belongs to the stream's kind.</param>
/// <param name="Priority">1 (most urgent) to 4; 0 where there is none.</param>
/// <param name="Station">The station that it belongs to, or null.</param>
/// <param name="DueAt">When the watch must look next; null when nothing is left to fire.</param>
public sealed record BoardEntry(string View, short ViewCode, bool Open, short Status, short Priority, string? Station, DateTimeOffset? DueAt)
{
    /// <summary>Since when it stands among what is late; null when it does not.</summary>
    public DateTimeOffset? LateAt { get; init; }
}
