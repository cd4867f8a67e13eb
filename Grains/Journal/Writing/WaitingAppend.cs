namespace Tocsin.Journal.Writing;

/// <summary>An append in the writer's queue, and its caller's promise. Continuations never run on the writer's loop.</summary>
internal sealed class WaitingAppend(PreparedAppend append, long queuedAt)
    : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>What to write.</summary>
    public PreparedAppend Append { get; } = append;

    /// <summary>When it was queued, on the monotonic clock.</summary>
    public long QueuedAt { get; } = queuedAt;
}
