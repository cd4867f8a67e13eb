using System.Diagnostics.Metrics;

namespace Tocsin.Problems;

/// <summary>What the edge counts beside what ASP.NET Core measures itself.</summary>
internal sealed class EdgeMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Gateway";

    private readonly Counter<long> _refusals;
    private readonly Counter<long> _retries;

    public EdgeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _refusals = meter.CreateCounter<long>("tocsin.http.refusals", "{refusal}", "Requests answered with a problem, by its code.");
        _retries = meter.CreateCounter<long>("tocsin.gateway.tries.repeated", "{try}", "Calls to the cluster that were tried once more.");
    }

    /// <summary>A request was answered with a problem.</summary>
    public void Refused(string code) => _refusals.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>A call to the cluster is tried once more.</summary>
    public void TriedAgain() => _retries.Add(1);
}
