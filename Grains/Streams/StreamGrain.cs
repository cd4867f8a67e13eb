using Orleans.Runtime.Placement;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Streams;

/// <summary>
/// The grain of every stream: a <see cref="StreamShell"/> as Orleans calls it. Reentrant, because the gate, not the turn, is what commands
/// wait for.
/// </summary>
public abstract class StreamGrain : Grain, IStreamGrain
{
    private readonly StreamHost _host;
    private readonly StreamShell _shell;

    private protected StreamGrain(StreamHost host, StreamKind kind)
    {
        _host = host;
        _shell = new StreamShell(host, new StreamId(kind, this.GetPrimaryKeyString()), CommandId.New, NewTimer, Move);
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _shell.Activate();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _shell.Deactivate();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch) =>
        _shell.Prepare(command, wait, atLeast, epoch);

    /// <inheritdoc/>
    public Task Release(CommandId command, IStreamState? state, Epoch epoch)
    {
        _shell.Release(command, state, epoch);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Wake(DateTimeOffset dueAt)
    {
        _shell.Wake(dueAt);
        return Task.CompletedTask;
    }

    /// <summary>Runs a command of this stream.</summary>
    private protected Task<CommandAnswer> RunAsync(object command, CommandContext context) => _shell.RunAsync(command, context);

    private IGrainTimer NewTimer(Func<CancellationToken, Task> ring) => this.RegisterGrainTimer(
        ring,
        new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true });

    // While silos of two versions run side by side, a stream that holds a newer event goes on at a silo that knows it.
    private void Move(NewerVersionException newer)
    {
        if (newer.Unknown is not { } name || _host.Readables.FindReader(name) is not { } silo)
            return;
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        this.MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
    }
}
