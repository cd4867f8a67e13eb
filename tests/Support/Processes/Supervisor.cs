namespace Tocsin.Tests.Support.Processes;

/// <summary>Starts a process again when it ends, after a second, as <c>ops/cluster</c> and service managers do.</summary>
public sealed class Supervisor : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ServerProcess _process;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _watch;
    private volatile bool _held;
    private int _restarts;

    /// <summary>Looks after a process that was started.</summary>
    public Supervisor(ServerProcess process)
    {
        _process = process;
        _process.IsLookedAfter = true;
        _watch = WatchAsync();
    }

    /// <summary>How often it started it again.</summary>
    public int Restarts => _restarts;

    /// <summary>Lets it lie when it ends, until <see cref="Release"/>.</summary>
    public void Hold()
    {
        _held = true;
        _process.IsLookedAfter = false;
    }

    /// <summary>Looks after it again; one that has ended meanwhile is started.</summary>
    public void Release()
    {
        _held = false;
        _process.IsLookedAfter = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _watch;
        _process.IsLookedAfter = false;
        _ended.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, _ended.Token);
                if (_held || !_process.HasExited)
                    continue;
                await Task.Delay(Pause, _ended.Token);
                if (_held)
                    continue;
                _process.Start();
                Interlocked.Increment(ref _restarts);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }
}
