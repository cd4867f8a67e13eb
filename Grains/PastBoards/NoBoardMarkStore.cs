using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>Keeps no marks: for a silo without a database of its own.</summary>
public sealed class NoBoardMarkStore : IBoardMarkStore
{
    /// <inheritdoc/>
    public Task AddAsync(BoardMark mark, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation) =>
        Task.FromResult<BoardMark?>(null);

    /// <inheritdoc/>
    public Task KeepAsync(StreamId unit, UnitSnapshot state, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<UnitSnapshot?> FindUnitAsync(StreamId unit, int version, CancellationToken cancellation) =>
        Task.FromResult<UnitSnapshot?>(null);
}
