using System.Threading.Channels;
using Tocsin.Journal;
using Tocsin.Journal.Writing;

namespace Tocsin.Tests.Journal.Writing;

/// <summary>A store that commits what it is told to, when it is told to.</summary>
internal sealed class FakeBatchStore : IBatchStore
{
    private readonly Channel<IReadOnlyList<PreparedAppend>> _batches = Channel.CreateUnbounded<IReadOnlyList<PreparedAppend>>();
    private TaskCompletionSource _gate = Open();
    private long _position;

    /// <summary>Throws what the batch deserves.</summary>
    public Action<IReadOnlyList<PreparedAppend>> OnCommit { get; set; } = _ => { };

    /// <summary>What the writer hears when it asks whether the store is back.</summary>
    public Action OnProbe { get; set; } = () => { };

    public bool Disposed { get; private set; }

    /// <summary>The next batch that came.</summary>
    public ValueTask<IReadOnlyList<PreparedAppend>> NextAsync() => _batches.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>From now on batches are held.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the held batch go, and all that follow.</summary>
    public void Release() => _gate.TrySetResult();

    public async ValueTask<IReadOnlyList<AppendResult>> CommitAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation)
    {
        _batches.Writer.TryWrite([.. batch]);
        await _gate.Task.WaitAsync(cancellation);
        OnCommit(batch);
        return [.. batch.Select(Commit)];
    }

    public ValueTask ProbeAsync(CancellationToken cancellation)
    {
        OnProbe();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Open()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gate.SetResult();
        return gate;
    }

    private AppendResult Commit(PreparedAppend append)
    {
        var first = _position + 1;
        _position += append.Events.Count;
        return new AppendResult(AppendOutcome.Committed, append.Request.Epoch, new JournalPosition(first), new JournalPosition(_position));
    }
}
