using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Simulation;

/// <summary>
/// Messages between silos and from gateways: late, lost, repeated, in any order; and the directory that says where a stream is active.
/// </summary>
internal sealed class Network(Scheduler scheduler, SiloContext nowhere, Faults faults, Action<string> violated)
{
    private readonly Dictionary<StreamId, ModelGrain> _directory = [];

    public List<Silo> Silos { get; } = [];

    /// <summary>Whether it is one of the failures that a gateway tries again.</summary>
    public static bool IsPassing(Exception exception) => exception is JournalUnavailableException or TimeoutException;

    /// <summary>Asks, and waits for the answer, which may be lost.</summary>
    public Task<T> CallAsync<T>(SiloContext caller, StreamId stream, TimeSpan patience, Func<ModelGrain, Task<T>> ask)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.After(patience, caller, () => answer.TrySetException(new TimeoutException()));
        if (!faults.On || !scheduler.Chance(faults.MessageLost))
            Deliver(stream, grain => RunAsync(grain, ask, caller, answer));

        // One that was slow on its way arrives when nobody waits for it any more, and what it asks for has perhaps been done.
        if (faults.On && scheduler.Chance(faults.MessageTwice))
        {
            var unheard = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            scheduler.After(
                scheduler.Milliseconds(0, faults.SlowMilliseconds),
                nowhere,
                () => Deliver(stream, grain => RunAsync(grain, ask, caller, unheard)));
        }

        return answer.Task;
    }

    /// <summary>Says something; nobody learns whether it came.</summary>
    public void Send(StreamId stream, Action<ModelGrain> say)
    {
        var copies = !faults.On ? 1 : scheduler.Chance(faults.MessageLost) ? 0 : scheduler.Chance(faults.MessageTwice) ? 2 : 1;
        for (; copies > 0; copies--)
            Deliver(stream, say);
    }

    public void Forget(StreamId stream, ModelGrain grain)
    {
        if (_directory.GetValueOrDefault(stream) == grain)
            _directory.Remove(stream);
    }

    private void Deliver(StreamId stream, Action<ModelGrain> what) => scheduler.After(scheduler.Milliseconds(0, 8), nowhere, () =>
    {
        var grain = Activation(stream);
        scheduler.Post(grain.Silo.Context, () => what(grain));
    });

    private async void RunAsync<T>(ModelGrain grain, Func<ModelGrain, Task<T>> ask, SiloContext caller, TaskCompletionSource<T> answer)
    {
        Action reply;
        try
        {
            var result = await ask(grain);
            reply = () => answer.TrySetResult(result);
        }
        catch (Exception exception)
        {
            if (!IsPassing(exception))
                violated($"a command failed with {exception}");
            reply = () => answer.TrySetException(exception);
        }

        if (!faults.On || !scheduler.Chance(faults.MessageLost))
            scheduler.After(scheduler.Milliseconds(0, 8), caller, reply);
    }

    private ModelGrain Activation(StreamId stream)
    {
        if (_directory.TryGetValue(stream, out var grain) && grain.Silo.Context.Alive && !(faults.On && scheduler.Chance(faults.Split)))
            return grain;
        return _directory[stream] = new ModelGrain(Silos[scheduler.Random.Next(Silos.Count)], stream);
    }
}
