using Tocsin.Hosting;

namespace Tocsin.Probing;

/// <summary>
/// Does what a dispatcher does, day and night, so that it is noticed when dispatching stops: an exercise through all stages each <see
/// cref="ProbeLimits.RoundEvery"/>, a note each <see cref="ProbeLimits.TickEvery"/>, at each gateway in turn. An exercise that fails is
/// attempted again at each tick; none begins before the one before is closed.
/// </summary>
internal sealed partial class Probe(
    ProbeDesk desk,
    ProbeUnit unit,
    ProbeExercise exercise,
    ProbeLeftovers leftovers,
    ProbeMetrics metrics,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<Probe> logger)
    : BackgroundService
{
    // Not known at the start: an earlier probe may have left an exercise open, which is closed first.
    private bool _isTidy;
    private bool _hasBegun;
    private string? _incident;
    private long? _begun;

    /// <summary>The misconfiguration for which it ended by itself; null: it did not.</summary>
    public MisconfigurationException? Fault { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.Begin();
        using var tick = new PeriodicTimer(ProbeLimits.TickEvery, time);
        try
        {
            do
            {
                await TickAsync(stoppingToken);
            }
            while (await tick.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (MisconfigurationException exception)
        {
            Fault = exception;
            lifetime.StopApplication();
        }

        await CloseAsync();
    }

    /// <summary>Does what is due: a round, or a note on the exercise of the last one.</summary>
    internal async Task TickAsync(CancellationToken stop)
    {
        if (_incident is null || !_isTidy || _begun is null || time.GetElapsedTime(_begun.Value) >= ProbeLimits.RoundEvery)
            await RoundAsync(stop);
        else
            await desk.OnceAsync(ProbeSteps.Note, ProbeExercise.Note(_incident), stop);
    }

    private async Task RoundAsync(CancellationToken stop)
    {
        var began = time.GetTimestamp();
        if (!await unit.IsThereAsync(stop) || (!_isTidy && !(_isTidy = await leftovers.EndAsync(stop))))
            return;
        (_isTidy, _hasBegun) = (false, true);
        var round = new ProbeRound(desk, exercise);
        _isTidy = await round.RunAsync(stop);
        _incident = round.Incident ?? _incident;
        if (_isTidy)
        {
            // Until the next round there are notes; a round that failed is attempted again at the next tick, after its exercise is closed.
            _begun = began;
            metrics.Succeeded();
            LogRound(round.Incident!, time.GetElapsedTime(began).TotalSeconds);
        }
    }

    /// <summary>Closes the exercise of a round that was interrupted.</summary>
    private async Task CloseAsync()
    {
        if (_isTidy || !_hasBegun)
            return;
        using var stopping = new CancellationTokenSource(ProbeLimits.StopTimeout, time);
        _isTidy = await leftovers.EndAsync(stopping.Token);
    }

    [LoggerMessage(4203, LogLevel.Information, "Exercise {Incident} came through all stages in {Seconds:0.000} s")]
    private partial void LogRound(string incident, double seconds);
}
