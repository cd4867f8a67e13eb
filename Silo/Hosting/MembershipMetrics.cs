using System.Diagnostics.Metrics;

namespace Tocsin.Hosting;

/// <summary>What is measured of the membership, on the meter <see cref="MeterName"/>.</summary>
public sealed class MembershipMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Membership";

    private readonly Meter _meter;
    private int _different;

    /// <summary>Makes the instrument.</summary>
    /// <param name="factory">Where the meter comes from.</param>
    public MembershipMetrics(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _meter = factory.Create(MeterName);
        _meter.CreateObservableGauge(
            "tocsin.membership.different",
            () => Volatile.Read(ref _different),
            "{silo}",
            "Silos that this one counts as active and the table of members does not, or the other way round, at its last look.");
    }

    /// <summary>Notes how many silos are counted differently.</summary>
    public void Different(int silos) => Volatile.Write(ref _different, silos);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
