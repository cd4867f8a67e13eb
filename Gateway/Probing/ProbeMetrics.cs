using System.Diagnostics.Metrics;

namespace Tocsin.Probing;

/// <summary>The metrics of the probe.</summary>
internal sealed class ProbeMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Probe";

    private readonly Counter<long> _steps;
    private readonly Histogram<double> _duration;
    private readonly TimeProvider _time;

    // Milliseconds since 1970; 0: never.
    private long _lastSuccess;

    public ProbeMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(MeterName);
        _steps = meter.CreateCounter<long>("tocsin.probe.steps", "{step}", "Steps of the probe, one for each try.");
        _duration = meter.CreateHistogram(
            "tocsin.probe.step.duration",
            "s",
            "How long the probe waited for a step.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8] });
        meter.CreateObservableGauge(
            "tocsin.probe.last_success", LastSuccess, "s", "When a whole round was last done, in seconds since 1970.");
    }

    /// <summary>
    /// Publishes all series from the start: the first failure is then an increase, and not a series that is new to Prometheus.
    /// </summary>
    public void Begin()
    {
        foreach (var step in ProbeSteps.All)
        {
            foreach (var outcome in StepOutcome.All)
                _steps.Add(0, new("step", step), new("outcome", outcome));
        }
    }

    /// <summary>Counts an attempt of a step.</summary>
    public void Tried(string step, string outcome, TimeSpan took)
    {
        _steps.Add(1, new("step", step), new("outcome", outcome));
        _duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("step", step));
    }

    /// <summary>Records that a round succeeded, from the creation of its exercise to its closure.</summary>
    public void Succeeded() => Volatile.Write(ref _lastSuccess, _time.GetUtcNow().ToUnixTimeMilliseconds());

    private IEnumerable<Measurement<double>> LastSuccess() =>
        Volatile.Read(ref _lastSuccess) is var at and > 0 ? [new Measurement<double>(at / 1000.0)] : [];
}
