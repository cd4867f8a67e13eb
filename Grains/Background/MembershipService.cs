using Microsoft.Extensions.Hosting;

namespace Tocsin.Background;

/// <summary>
/// Does the same thing again and again, and at once when a silo joins the cluster or leaves it, until the process stops. The first round
/// comes at the start.
/// </summary>
/// <param name="silos">The members of the cluster.</param>
/// <param name="time">The clock of the pauses.</param>
internal abstract class MembershipService(ISiloStatusOracle silos, TimeProvider time) : BackgroundService, ISiloStatusListener
{
    private readonly Bell _bell = new();

    /// <summary>The members of the cluster.</summary>
    protected ISiloStatusOracle Silos { get; } = silos;

    /// <summary>The clock of the pauses.</summary>
    protected TimeProvider Time { get; } = time;

    /// <inheritdoc/>
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        Changed(status);
        _bell.Ring();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    /// <summary>One round. It handles its own failures: one that leaves it ends the service, and with it the process.</summary>
    /// <returns>How long to pause before the next one.</returns>
    protected abstract Task<TimeSpan> RoundAsync(CancellationToken stoppingToken);

    /// <summary>A silo has another status now; the next round follows at once. It must not block the membership's thread.</summary>
    protected virtual void Changed(SiloStatus status)
    {
    }

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Silos.SubscribeToSiloStatusEvents(this);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await _bell.WaitAsync(await RoundAsync(stoppingToken), Time, stoppingToken);
        }
        finally
        {
            Silos.UnSubscribeFromSiloStatusEvents(this);
        }
    }
}
