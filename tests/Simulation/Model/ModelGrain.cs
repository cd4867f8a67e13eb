using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Streams;

namespace Tocsin.Tests.Simulation;

/// <summary>An activation: the product's own shell without Orleans, as <c>StreamGrain</c> holds one.</summary>
internal sealed class ModelGrain
{
    public ModelGrain(Silo silo, StreamId stream)
    {
        Silo = silo;
        Shell = new StreamShell(silo.Host, stream, silo.NewCommand, NewTimer, static _ => { });
        silo.Add(this);
    }

    public Silo Silo { get; }

    public StreamShell Shell { get; }

    public StreamCache Cache => Shell.Cache;

    public DateTimeOffset UsedAt { get; private set; }

    public bool IsIdle => Shell.IsIdle;

    public Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch)
    {
        UsedAt = Silo.Scheduler.Now;
        return Shell.Prepare(command, wait, atLeast, epoch);
    }

    public void Release(CommandId command, IStreamState? state, Epoch epoch) => Shell.Release(command, state, epoch);

    public void Wake(DateTimeOffset dueAt) => Shell.Wake(dueAt);

    public Task<CommandAnswer> Execute(object command, CommandContext context)
    {
        UsedAt = Silo.Scheduler.Now;
        return Shell.RunAsync(command, context);
    }

    private SiloTime.ModelTimer NewTimer(Func<CancellationToken, Task> ring) => new(Silo.Scheduler, Silo.Context, () => Ring(ring));

    private async void Ring(Func<CancellationToken, Task> ring)
    {
        UsedAt = Silo.Scheduler.Now;
        try
        {
            await ring(CancellationToken.None);
        }
        catch (Exception exception) when (Network.IsPassing(exception))
        {
            // The watch wakes the stream again while something is due.
        }
    }
}
