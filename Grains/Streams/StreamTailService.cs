using Microsoft.Extensions.Hosting;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>Ties the tail to the activations on this silo.</summary>
internal sealed class StreamTailService(IJournalTail tail, StreamRegistry registry) : IHostedService, IDisposable
{
    private IDisposable? _events;
    private IDisposable? _epochs;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _events = tail.Subscribe(registry.Observe, registry.Forget);
        _epochs = tail.OnEpochMoved(_ => registry.Forget());
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
}
