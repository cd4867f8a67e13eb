using Tocsin.Journal;

namespace Tocsin.PastBoards;

/// <summary>Keeps no marks: for a silo without a database of its own.</summary>
public sealed class NoBoardMarkStore : IBoardMarkStore
{
    /// <inheritdoc/>
    public Task AddAsync(BoardMark mark, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation) => Task.FromResult<BoardMark?>(null);
}
