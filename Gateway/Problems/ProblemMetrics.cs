using System.Diagnostics.Metrics;

namespace Tocsin.Problems;

/// <summary>Counts the answers that are problems; ASP.NET Core measures the requests themselves.</summary>
internal sealed class ProblemMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Gateway";

    private readonly Counter<long> _refusals;

    public ProblemMetrics(IMeterFactory meters) => _refusals = meters.Create(MeterName)
        .CreateCounter<long>("tocsin.http.refusals", "{refusal}", "Requests answered with a problem, by its code.");

    /// <summary>Counts a request that was answered with a problem.</summary>
    public void Refused(string code) => _refusals.Add(1, new KeyValuePair<string, object?>("code", code));
}
