using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>
/// Where the marks and the units' past states are. They follow from the journal, and may be lost: past boards then only take longer.
/// </summary>
public interface IBoardMarkStore : IUnitStateStore
{
    /// <summary>Adds a mark, unless there is one of the same <see cref="PastBoardLimits.MarkInterval"/>.</summary>
    Task AddAsync(BoardMark mark, CancellationToken cancellation);

    /// <summary>The last mark of a history that is not after a position, or null.</summary>
    Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation);
}
