using Microsoft.Extensions.Hosting;
using Tocsin.Erasing;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;

namespace Tocsin.Streams;

/// <summary>Lets go of what this silo has in memory of a text that was erased, whoever erased it: keys, and the newest events.</summary>
internal sealed class ErasureWatch(IJournalTail tail, StreamKeys keys) : IHostedService, IDisposable
{
    private IDisposable? _events;
    private IDisposable? _epochs;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _events = tail.Subscribe(Observe, keys.Forget);
        _epochs = tail.OnEpochMoved(_ => keys.Forget());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _events?.Dispose();
        _epochs?.Dispose();
    }

    private void Observe(IReadOnlyList<JournalEvent> events)
    {
        var erased = false;
        foreach (var happened in events)
        {
            if (happened.Kind != IErasingEvent.Kind)
                continue;
            keys.Forget(happened.Stream);
            erased = true;
        }

        if (erased)
            tail.ForgetEvents();
    }
}
