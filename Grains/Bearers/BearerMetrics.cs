using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Bearers;

/// <summary>What the check of calls measures, on the meter <see cref="MeterName"/>.</summary>
internal sealed class BearerMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Bearers";

    private readonly Counter<long> _judged;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _unchecked;

    /// <summary>Makes the instruments.</summary>
    /// <param name="known">The tokens that this silo knows.</param>
    /// <param name="demand">Whether it demands them.</param>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public BearerMetrics(KnownTokens known, BearerDemand demand, IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _judged = Meter.CreateCounter<long>("tocsin.bearers.judged", "{token}", "Tokens whose signature this silo checked and found good.");
        _refused = Meter.CreateCounter<long>("tocsin.bearers.refused", "{call}", "Calls of gateways that this silo refused, by fault.");
        _unchecked = Meter.CreateCounter<long>(
            "tocsin.bearers.unchecked", "{call}", "Calls that were served without a check, as during an upgrade.");
        Meter.CreateObservableGauge("tocsin.bearers.known", () => known.Count, "{token}", "Tokens that this silo knows by their digest.");
        Meter.CreateObservableGauge(
            "tocsin.bearers.demanded",
            () => demand.IsBinding ? 1 : 0,
            description: "1 while this silo refuses calls without a token; 0 during an upgrade, or where that is configured.");
    }

    /// <summary>A token was judged good.</summary>
    public void Judged() => _judged.Add(1);

    /// <summary>A call was refused.</summary>
    public void Refused(BearerFault fault) => _refused.Add(1, new KeyValuePair<string, object?>("fault", WordOf(fault)));

    /// <summary>A call was served without a check.</summary>
    public void Unchecked() => _unchecked.Add(1);

    private static string WordOf(BearerFault fault) => fault switch
    {
        BearerFault.NoToken => "noToken",
        BearerFault.BadToken => "badToken",
        BearerFault.Expired => "expired",
        BearerFault.AnotherPerson => "anotherPerson",
        _ => "notForGateways",
    };
}
