using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.StreamKinds;
using Tocsin.Telemetry;

namespace Tocsin.Streams;

/// <summary>
/// The body of every stream's activation: it remembers the state, lets one command at a time through its gate, runs the commands of its
/// stream, and fires what is due. Its caller sees to it that one turn runs at a time.
/// </summary>
internal sealed class StreamShell
{
    private readonly StreamHost _host;
    private readonly StreamDefinition _definition;
    private readonly Func<CommandId> _newCommand;
    private readonly Action<NewerVersionException> _newer;
    private readonly Dictionary<CommandId, (Actor Actor, Task<CommandAnswer> Run)> _running = [];
    private readonly StreamAlarm _alarm;

    /// <summary>Makes one.</summary>
    /// <param name="host">The shared parts of the silo.</param>
    /// <param name="stream">The stream; this program knows its kind.</param>
    /// <param name="newCommand">Makes the ids of the system's own commands.</param>
    /// <param name="newTimer">Makes a timer that runs on the activation's turns.</param>
    /// <param name="newer">Is told that the stream holds an event that this program does not know: another silo may.</param>
    public StreamShell(
        StreamHost host,
        StreamId stream,
        Func<CommandId> newCommand,
        Func<Func<CancellationToken, Task>, IGrainTimer> newTimer,
        Action<NewerVersionException> newer)
    {
        (_host, _definition, _newCommand, _newer) = (host, host.Kinds.Of(stream), newCommand, newer);
        Cache = host.NewCache(stream);
        _alarm = new StreamAlarm(host, newTimer, RingAsync);
    }

    /// <summary>The memory of the stream.</summary>
    public StreamCache Cache { get; }

    /// <summary>Whether no command runs.</summary>
    public bool IsIdle => _running.Count == 0;

    /// <summary>The activation begins: the tail's events reach it.</summary>
    public void Activate() => _host.Registry.Add(Cache);

    /// <summary>The activation ends.</summary>
    public void Deactivate() => _host.Registry.Remove(Cache);

    /// <inheritdoc cref="IStreamGrain.Prepare"/>
    public async Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch)
    {
        if (!await Cache.Gate.EnterAsync(command, wait))
            return new Prepared(false, null);
        try
        {
            return new Prepared(true, await Cache.StateAsync(atLeast, epoch));
        }
        catch (Exception exception)
        {
            Cache.Gate.Leave(command);
            if (exception is NewerVersionException newer)
                _newer(newer);
            throw;
        }
    }

    /// <inheritdoc cref="IStreamGrain.Release"/>
    public void Release(CommandId command, IStreamState? state, Epoch epoch)
    {
        if (state is not null)
        {
            Cache.Advance(command, state, epoch);
            _alarm.Set(state.DueAt);
        }

        Cache.Gate.Leave(command);
    }

    /// <inheritdoc cref="IStreamGrain.Wake"/>
    public void Wake(DateTimeOffset dueAt) => _alarm.Set(dueAt);

    /// <summary>
    /// Runs a command; a try that comes while its twin runs waits for the twin's answer. The twin of another actor (one person in two
    /// roles, with one key) shows what that actor may read: after it, the command is answered to its own.
    /// </summary>
    /// <exception cref="NewerVersionException">A stream that it touches holds an event that this program does not know.</exception>
    /// <exception cref="DamagedException">A stream that it touches is damaged.</exception>
    public async Task<CommandAnswer> RunAsync(object command, CommandContext context)
    {
        while (_running.TryGetValue(context.Id, out var twin))
        {
            if (twin.Actor == context.Actor)
                return await twin.Run;
            await ((Task)twin.Run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        var plan = new CommandPlan(Cache.Stream, command, context, _definition.Cases.Of(command));
        var run = new CommandRunner(_host, Cache, plan).RunAsync();
        _running.Add(context.Id, (context.Actor, run));
        try
        {
            return await run;
        }
        catch (NewerVersionException newer)
        {
            _newer(newer);
            throw;
        }
        finally
        {
            _running.Remove(context.Id);
            _alarm.Set(Cache.Known?.DueAt);
        }
    }

    private async Task RingAsync(DateTimeOffset dueAt)
    {
        if (_definition.Firing is not { } firing)
            return;
        using var span = Spans.Source.StartActivity(Spans.Firing);
        try
        {
            await RunAsync(firing, new CommandContext(_newCommand(), Actor.System, null, null));
            _host.Watch.Fired(_host.Now - dueAt);
        }
        catch (Exception exception) when (exception is JournalUnavailableException or NewerVersionException or DamagedException)
        {
            // The watch wakes the stream again while something is due, on a silo that knows the event in the end. One that is damaged
            // stands among what is overdue.
        }
    }
}
