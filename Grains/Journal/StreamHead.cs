using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>One stream that an append touches, and the state that it leaves there.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">
/// How many events the stream had when the command was decided, 0 for a new one; the append conflicts unless that still holds.
/// </param>
/// <param name="Board">
/// The board entry after the events; null exactly when the append brings no event for this stream, which then is only compared.
/// </param>
public sealed record StreamHead(StreamId Stream, int ExpectedVersion, BoardEntry? Board)
{
    /// <summary>The time by which lists of its kind are ordered (<see cref="Listing.At"/>); null: no list shows it.</summary>
    public DateTimeOffset? ListedAt { get; init; }
}
