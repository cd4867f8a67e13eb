using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.PastBoards;

/// <summary>What stood on a board.</summary>
/// <param name="States">The states of the things that stood there.</param>
/// <param name="Unreadable">
/// The streams whose events, or whose kind, a newer version of the program wrote, or whose events are damaged: they are named and not
/// shown.
/// </param>
internal sealed record PastBoard(IReadOnlyList<IStreamState> States, IReadOnlyList<StreamId> Unreadable)
{
    /// <summary>Folds streams, a few at a time; one that this program cannot fold is named.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="unknown">Streams of kinds that this program does not know.</param>
    /// <param name="fold">Folds one.</param>
    /// <param name="gone">Cancelled when nobody waits for the board any more.</param>
    public static async Task<PastBoard> FoldAsync<T>(
        IReadOnlyList<T> streams,
        IReadOnlyList<StreamId> unknown,
        Func<T, Task<(StreamId Stream, IStreamState? State)>> fold,
        CancellationToken gone)
    {
        var found = new (StreamId Stream, IStreamState? State)[streams.Count];
        await Parallel.ForAsync(
            0,
            streams.Count,
            new ParallelOptions { MaxDegreeOfParallelism = PastBoardLimits.FoldsAtOnce, CancellationToken = gone },
            async (i, _) => found[i] = await fold(streams[i]));
        return new PastBoard(
            [.. found.Select(f => f.State).OfType<IStreamState>()],
            [.. found.Where(f => f.State is null).Select(f => f.Stream), .. unknown]);
    }
}
