using Tocsin.Identity;

namespace Tocsin.Journal.Writing;

/// <summary>
/// Chooses the requests of the next batch, in order: no command twice, and no stream twice unless all of them only compare it. A request
/// that must wait reserves its streams, so that none behind it overtakes it: requests for one stream are sent in the order in which they
/// came, and none starves.
/// </summary>
/// <param name="batchLimit">The most requests in a batch.</param>
internal sealed class BatchBuilder(int batchLimit)
{
    /// <summary>How many requests are looked at for one batch, in batches: bounds the work when thousands wait for one stream.</summary>
    private const int ScanBatches = 8;

    private readonly HashSet<StreamId> _written = [];
    private readonly HashSet<StreamId> _compared = [];
    private readonly HashSet<CommandId> _commands = [];
    private List<WaitingAppend> _held = [];
    private List<WaitingAppend> _next = [];

    /// <summary>How many were held back from earlier batches.</summary>
    public int HeldCount => _held.Count;

    /// <summary>Fills <paramref name="batch"/>; those that <paramref name="drop"/> answered (it returns true) are gone.</summary>
    public void Build(List<WaitingAppend> batch, Func<WaitingAppend?> take, Func<WaitingAppend, bool> drop)
    {
        batch.Clear();
        _written.Clear();
        _compared.Clear();
        _commands.Clear();
        var scanLeft = batchLimit * ScanBatches;
        var i = 0;
        for (; i < _held.Count && batch.Count < batchLimit && scanLeft-- > 0; i++)
            Place(_held[i], batch, drop);
        var seenAll = i == _held.Count;
        for (; i < _held.Count; i++)
            _next.Add(_held[i]);
        while (seenAll && batch.Count < batchLimit && scanLeft-- > 0 && take() is { } waiting)
            Place(waiting, batch, drop);
        _held.Clear();
        (_held, _next) = (_next, _held);
    }

    /// <summary>Gives back all that is held, and forgets it.</summary>
    public IReadOnlyList<WaitingAppend> TakeHeld()
    {
        var held = _held;
        _held = [];
        return held;
    }

    private void Place(WaitingAppend waiting, List<WaitingAppend> batch, Func<WaitingAppend, bool> drop)
    {
        if (drop(waiting))
            return;
        var request = waiting.Append.Request;
        var free = _commands.Add(request.CommandId);
        for (var i = 0; i < request.Heads.Count; i++)
            free &= Enter(request.Heads[i]);
        (free ? batch : _next).Add(waiting);
    }

    private bool Enter(StreamHead head)
    {
        if (head.Board is not null)
            return _written.Add(head.Stream) & !_compared.Contains(head.Stream);
        _compared.Add(head.Stream);
        return !_written.Contains(head.Stream);
    }
}
