using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>Where the marks and the units' past states are. They follow from the journal, and may be lost: past boards then only take longer.</summary>
public interface IBoardMarkStore
{
    /// <summary>Adds a mark, unless there is one of the same <see cref="PastBoardLimits.MarkInterval"/>.</summary>
    Task AddAsync(BoardMark mark, CancellationToken cancellation);

    /// <summary>The last mark of a history that is not after a position, or null.</summary>
    Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation);

    /// <summary>Keeps what a unit came to, in place of what is kept of the same version.</summary>
    Task KeepAsync(StreamId unit, UnitSnapshot state, CancellationToken cancellation);

    /// <summary>The last state that is kept of a unit and not after a version, or null. Whoever reads it compares its hash with the journal's.</summary>
    Task<UnitSnapshot?> FindUnitAsync(StreamId unit, int version, CancellationToken cancellation);
}
