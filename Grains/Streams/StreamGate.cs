using Tocsin.Identity;

namespace Tocsin.Streams;

/// <summary>
/// The politeness of a stream: commands that want to write to it wait here, first come first served, instead of losing races. It is in
/// memory, it lapses, and nothing depends on it: the append decides. Thread-safe.
/// </summary>
internal sealed class StreamGate(TimeProvider time)
{
    /// <summary>How long a command may hold a gate without a sign of life: the silo that ran it may be dead.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private CommandId? _holder;
    private long _heldSince;

    /// <summary>
    /// Enters, waiting at most <paramref name="wait"/>; a command that holds the gate already enters at once and holds it anew.
    /// </summary>
    /// <returns>Whether it entered.</returns>
    public async ValueTask<bool> EnterAsync(CommandId command, TimeSpan wait)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (_holder == command || (_waiters.Count == 0 && IsFree()))
            {
                Hold(command);
                return true;
            }

            if (wait <= TimeSpan.Zero)
                return false;
            waiter = new Waiter(command);
            _waiters.AddLast(waiter);
        }

        var deadline = time.GetTimestamp();
        while (true)
        {
            var left = wait - time.GetElapsedTime(deadline);
            using var patience = new CancellationTokenSource(Shorter(left, UntilLapse()), time);
            using (patience.Token.Register(static w => ((Waiter)w!).Wake.TrySetResult(), waiter))
                await waiter.Wake.Task;

            lock (_lock)
            {
                if (waiter.Entered)
                    return true;
                if (_waiters.First?.Value == waiter && IsFree())
                {
                    _waiters.RemoveFirst();
                    Hold(command);
                    return true;
                }

                if (time.GetElapsedTime(deadline) >= wait)
                {
                    _waiters.Remove(waiter);
                    return false;
                }

                waiter.Wake = NewWake();
            }
        }
    }

    /// <summary>Leaves; does nothing when the command does not hold the gate.</summary>
    public void Leave(CommandId command)
    {
        lock (_lock)
        {
            if (_holder != command)
                return;
            _holder = null;
            if (_waiters.First is not { } first)
                return;
            _waiters.RemoveFirst();
            Hold(first.Value.Command);
            first.Value.Entered = true;
            first.Value.Wake.TrySetResult();
        }
    }

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right)
    {
        var shorter = left < right ? left : right;
        return shorter > TimeSpan.FromMilliseconds(1) ? shorter : TimeSpan.FromMilliseconds(1);
    }

    private bool IsFree() => _holder is null || time.GetElapsedTime(_heldSince) >= Lapse;

    private TimeSpan UntilLapse()
    {
        lock (_lock)
            return _holder is null ? Lapse : Lapse - time.GetElapsedTime(_heldSince);
    }

    private void Hold(CommandId command)
    {
        _holder = command;
        _heldSince = time.GetTimestamp();
    }

    private sealed class Waiter(CommandId command)
    {
        public CommandId Command { get; } = command;

        public bool Entered { get; set; }

        public TaskCompletionSource Wake { get; set; } = NewWake();
    }
}
