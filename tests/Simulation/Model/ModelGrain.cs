using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Streams;
using Tocsin.Units;

namespace Tocsin.Tests.Simulation;

/// <summary>An activation: what <c>StreamGrain</c> does round the product's own cell, gate, alarm and runner, without Orleans.</summary>
internal sealed class ModelGrain
{
    private readonly Dictionary<CommandId, Task<CommandAnswer>> _running = [];
    private readonly StreamAlarm _alarm;
    private readonly StreamId _stream;

    public ModelGrain(Silo silo, StreamId stream)
    {
        (Silo, _stream) = (silo, stream);
        Cell = silo.Host.NewCell(stream);
        _alarm = new StreamAlarm(silo.Host, ring => new SiloTime.ModelTimer(silo.Scheduler, silo.Context, () => Ring(ring)), RingAsync);
        silo.Add(this);
    }

    public Silo Silo { get; }

    public StreamCell Cell { get; }

    public DateTimeOffset UsedAt { get; private set; }

    public bool IsIdle => _running.Count == 0;

    public async Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch)
    {
        UsedAt = Silo.Scheduler.Now;
        if (!await Cell.Gate.EnterAsync(command, wait))
            return new Prepared(false, null);
        try
        {
            return new Prepared(true, await Cell.StateAsync(atLeast, epoch));
        }
        catch
        {
            Cell.Gate.Leave(command);
            throw;
        }
    }

    public void Settle(CommandId command, IStreamState? state, Epoch epoch)
    {
        if (state is not null)
        {
            Cell.Advance(command, state, epoch);
            _alarm.Set(state.DueAt);
        }

        Cell.Gate.Leave(command);
    }

    public void Wake(DateTimeOffset dueAt) => _alarm.Set(dueAt);

    public Task<CommandAnswer> Execute(object command, CommandContext context) => RunAsync(Plan(command, context));

    private async Task<CommandAnswer> RunAsync(CommandPlan plan)
    {
        UsedAt = Silo.Scheduler.Now;
        var command = plan.Context.Id;
        if (_running.TryGetValue(command, out var twin))
            return await twin;
        var run = new CommandRunner(Silo.Host, Cell, plan).RunAsync();
        _running.Add(command, run);
        try
        {
            return await run;
        }
        finally
        {
            _running.Remove(command);
            _alarm.Set(Cell.Known?.DueAt);
        }
    }

    private CommandPlan Plan(object command, CommandContext context) => _stream.Kind switch
    {
        StreamKind.Incident when IncidentId.Of(_stream.Id) is var id && (IncidentCommand)command is var c =>
            new CommandPlan(c, context, w => IncidentRules.Streams(id, c, w), (w, facts) => IncidentRules.Decide(id, c, w, facts)),
        StreamKind.Unit when UnitId.Of(_stream.Id) is var id && (UnitCommand)command is var c =>
            new CommandPlan(c, context, w => UnitRules.Streams(id, c, w), (w, facts) => UnitRules.Decide(id, c, w, facts)),
        StreamKind.Call when CallId.Of(_stream.Id) is var id && (CallCommand)command is var c =>
            new CommandPlan(c, context, w => CallRules.Streams(id, c, w), (w, facts) => CallRules.Decide(id, c, w, facts)),
        _ => throw new NotSupportedException(),
    };

    private static async void Ring(Func<CancellationToken, Task> ring)
    {
        try
        {
            await ring(CancellationToken.None);
        }
        catch (Exception exception) when (Network.IsPassing(exception))
        {
            // The watch wakes again whatever is still due.
        }
    }

    private async Task RingAsync(DateTimeOffset dueAt)
    {
        object fire = _stream.Kind == StreamKind.Call ? FireCallClock.Instance : FireClocks.Instance;
        try
        {
            await RunAsync(Plan(fire, new CommandContext(Silo.NewCommand(), Actor.System, null, null)));
        }
        catch (JournalUnavailableException)
        {
            // The watch wakes again whatever is still due.
        }
    }
}
