using System.Diagnostics.Metrics;

namespace Tocsin.Limits;

/// <summary>Counts requests that were refused because a limit of this gateway was reached.</summary>
internal sealed class LimitMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Gateway";

    private readonly Counter<long> _reached;

    public LimitMetrics(IMeterFactory meters) => _reached = meters.Create(MeterName)
        .CreateCounter<long>(
            "tocsin.gateway.limited",
            "{request}",
            "Requests that a limit of one identity, or of the feed as a whole, refused, by the limit.");

    /// <summary>Counts a request that a limit refused.</summary>
    /// <param name="limit">Its name, a constant of the code.</param>
    public void Reached(string limit) => _reached.Add(1, new KeyValuePair<string, object?>("limit", limit));
}
