using Microsoft.Extensions.Hosting;
using Tocsin.Journal;

namespace Tocsin.Tests.GrainTests.Clusters;

/// <summary>Starts and stops a silo's tail, where it has one.</summary>
internal sealed class TailRunner(IJournalTail tail) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        (tail as IHostedService)?.StartAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        (tail as IHostedService)?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
