using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Telemetry;

namespace Tocsin.Streams;

/// <summary>
/// The shell that every stream's grain is: it remembers the state, lets one command at a time through its gate, and runs the commands whose thing it is.
/// Reentrant, because the gate, not the turn, is what commands wait for.
/// </summary>
public abstract class StreamGrain : Grain, IStreamGrain
{
    private readonly StreamHost _host;
    private readonly StreamCell _cell;
    private readonly Dictionary<CommandId, Task<CommandAnswer>> _running = [];
    private readonly StreamAlarm _alarm;

    private protected StreamGrain(StreamHost host, StreamKind kind)
    {
        _host = host;
        _cell = host.NewCell(new StreamId(kind, this.GetPrimaryKeyString()));
        _alarm = new StreamAlarm(host, ring => this.RegisterGrainTimer(ring, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true }), RingAsync);
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _host.Registry.Add(_cell);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _host.Registry.Remove(_cell);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch)
    {
        if (!await _cell.Gate.EnterAsync(command, wait))
            return new Prepared(false, null);
        try
        {
            return new Prepared(true, await _cell.StateAsync(atLeast, epoch));
        }
        catch
        {
            _cell.Gate.Leave(command);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task Settle(CommandId command, IStreamState? state, Epoch epoch)
    {
        if (state is not null)
        {
            _cell.Advance(command, state, epoch);
            _alarm.Set(state.DueAt);
        }

        _cell.Gate.Leave(command);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Wake(DateTimeOffset dueAt)
    {
        _alarm.Set(dueAt);
        return Task.CompletedTask;
    }

    /// <summary>The system's own command that fires what is due of this stream; null when it has no clocks.</summary>
    private protected virtual CommandPlan? Firing(CommandContext context) => null;

    /// <summary>Runs a command; a try that comes while its twin runs waits for the twin's answer.</summary>
    private protected async Task<CommandAnswer> RunAsync(CommandPlan plan)
    {
        var command = plan.Context.Id;
        if (_running.TryGetValue(command, out var twin))
            return await twin;
        var run = new CommandRunner(_host, _cell, plan).RunAsync();
        _running.Add(command, run);
        try
        {
            return await run;
        }
        finally
        {
            _running.Remove(command);
            _alarm.Set(_cell.Known?.DueAt);
        }
    }

    private async Task RingAsync(DateTimeOffset dueAt)
    {
        if (Firing(new CommandContext(CommandId.New(), Actor.System, null, null)) is not { } plan)
            return;
        using var span = Spans.Source.StartActivity(Spans.Firing);
        try
        {
            await RunAsync(plan);
            _host.Watch.Fired(_host.Now - dueAt);
        }
        catch (JournalUnavailableException)
        {
            // The watch wakes again whatever is still due.
        }
    }
}
