using Tocsin.Journal;
using Tocsin.PastBoards;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.PastBoards;

/// <summary>Marks that are counted.</summary>
internal sealed class MarksInMemory : IBoardMarkStore
{
    private readonly List<BoardMark> _marks = [];

    public int Count => _marks.Count;

    /// <summary>How often one was of use.</summary>
    public int Found { get; private set; }

    public Task AddAsync(BoardMark mark, CancellationToken cancellation)
    {
        _marks.Add(mark);
        return Task.CompletedTask;
    }

    /// <summary>What is kept of units.</summary>
    public List<(StreamId Unit, UnitSnapshot State)> Kept { get; } = [];

    public Task KeepAsync(StreamId unit, UnitSnapshot state, CancellationToken cancellation)
    {
        Kept.Add((unit, state));
        return Task.CompletedTask;
    }

    public Task<UnitSnapshot?> FindUnitAsync(StreamId unit, int version, CancellationToken cancellation) =>
        Task.FromResult(Kept.Where(k => k.Unit == unit && k.State.Version <= version).Select(k => k.State).MaxBy(s => s.Version));

    public Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation)
    {
        var mark = _marks.LastOrDefault(m => m.Epoch == epoch && m.Position <= position);
        Found += mark is null ? 0 : 1;
        return Task.FromResult(mark);
    }
}
