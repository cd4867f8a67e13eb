namespace Tocsin.Journal.Writing;

/// <summary>An append in the writer's queue, and its caller's promise. Continuations never run on the writer's loop.</summary>
internal sealed class WaitingAppend(PreparedAppend append, long queuedAt)
    : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>What to write.</summary>
    public PreparedAppend Append { get; } = append;

    /// <summary>When it was queued, on the monotonic clock.</summary>
    public long QueuedAt { get; } = queuedAt;

    /// <summary>With how many it was sent, itself included; 0 while it waits.</summary>
    public int BatchSize { get; private set; }

    /// <summary>When it was sent, on the monotonic clock.</summary>
    public long SentAt { get; private set; }

    /// <summary>It is sent.</summary>
    public void Sent(int batchSize, long at) => (BatchSize, SentAt) = (batchSize, at);
}
