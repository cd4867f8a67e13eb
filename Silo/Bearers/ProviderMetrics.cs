using System.Diagnostics.Metrics;

namespace Tocsin.Bearers;

/// <summary>The metrics of the sign-in provider.</summary>
internal sealed class ProviderMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.SignIn";

    private readonly Counter<long> _reads;

    /// <summary>Makes them.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="keys">How many keys are known.</param>
    /// <param name="silence">How long ago the provider last gave its keys.</param>
    public ProviderMetrics(IMeterFactory meters, Func<int> keys, Func<TimeSpan> silence)
    {
        var meter = meters.Create(MeterName);
        _reads = meter.CreateCounter<long>(
            "tocsin.signin.reads", "{read}", "Attempts to read the keys of the sign-in provider, by outcome: ok, failed.");
        meter.CreateObservableGauge(
            "tocsin.signin.keys", keys, "{key}", "Keys of the sign-in provider that this process knows; 0: it can judge no token.");
        meter.CreateObservableGauge(
            "tocsin.signin.silence",
            () => silence().TotalSeconds,
            "s",
            "How long ago the sign-in provider last gave its keys; since the start, while it has not.");
    }

    /// <summary>Counts an attempt.</summary>
    public void Read(bool ok) => _reads.Add(1, new KeyValuePair<string, object?>("outcome", ok ? "ok" : "failed"));
}
