using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>One stream that an append touches, and the state that it leaves there.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">
/// The number of events of the stream when the command was decided, 0 for a new one. If it is another one now, the append conflicts.
/// </param>
/// <param name="Board">
/// The board entry after the events; null if the append has no event for this stream: then only its version is compared.
/// </param>
public sealed record StreamHead(StreamId Stream, int ExpectedVersion, BoardEntry? Board)
{
    /// <summary>The time by which lists of its kind are ordered (<see cref="Listing.At"/>); null: no list shows it.</summary>
    public DateTimeOffset? ListedAt { get; init; }
}
