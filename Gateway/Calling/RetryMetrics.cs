using System.Diagnostics.Metrics;

namespace Tocsin.Calling;

/// <summary>Counts the repeated attempts of calls to the cluster.</summary>
internal sealed class RetryMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Gateway";

    private readonly Counter<long> _retries;

    public RetryMetrics(IMeterFactory meters) => _retries = meters.Create(MeterName)
        .CreateCounter<long>("tocsin.gateway.tries.repeated", "{try}", "Calls to the cluster that were tried once more.");

    /// <summary>Counts an attempt after the first.</summary>
    public void Retried() => _retries.Add(1);
}
