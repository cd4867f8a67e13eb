using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>A stream's board row as it stands.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Hash">The hash of its last event.</param>
/// <param name="Position">The position of its last event.</param>
/// <param name="Entry">The state after it.</param>
public sealed record BoardRow(StreamId Stream, int Version, byte[] Hash, JournalPosition Position, BoardEntry Entry);
