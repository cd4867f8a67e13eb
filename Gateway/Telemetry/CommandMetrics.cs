using System.Diagnostics.Metrics;

namespace Tocsin.Telemetry;

/// <summary>How long commands take for the client: from the first middleware to the end of the answer.</summary>
internal sealed class CommandMetrics(IMeterFactory meters)
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Command";

    private readonly Histogram<double> _duration = meters.Create(MeterName).CreateHistogram(
        "tocsin.command.duration",
        "s",
        "How long a command took, from its request to the end of its answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8] });

    /// <summary>Whether the metric is collected.</summary>
    public bool IsHeard => _duration.Enabled;

    /// <summary>Records a command that was answered, or whose connection broke.</summary>
    /// <param name="command">The command.</param>
    /// <param name="status">The status of the answer; null when there was nobody to answer.</param>
    /// <param name="took">How long it took.</param>
    public void Answered(CommandName command, int? status, TimeSpan took) =>
        _duration.Record(took.TotalSeconds, new("command", command.Text), new("outcome", status switch
        {
            < StatusCodes.Status400BadRequest => "done",
            < StatusCodes.Status500InternalServerError => "refused",
            _ => "failed",
        }));
}
