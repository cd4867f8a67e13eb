using Microsoft.Extensions.Hosting;
using Tocsin.Journal;
using Tocsin.Journal.Timekeeping;

namespace Tocsin.Streams;

/// <summary>Ties the tail to the activations on this silo.</summary>
internal sealed class StreamTailService(IJournalTail tail, StreamRegistry registry, JournalTime recorded) : IHostedService, IDisposable
{
    private IDisposable? _events;
    private IDisposable? _epochs;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _events = tail.Subscribe(Observe, registry.Forget);
        _epochs = tail.OnEpochMoved(_ =>
        {
            recorded.Forget();
            registry.Forget();
        });
        return Task.CompletedTask;
    }

    private void Observe(IReadOnlyList<JournalEvent> events)
    {
        recorded.See(events[^1].RecordedAt);
        registry.Observe(events);
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
}
