using System.Collections.Frozen;
using System.Globalization;

namespace Tocsin.Recommending.Travel;

/// <summary>Estimates by what the journal taught.</summary>
internal sealed class LearnedEstimator : ITravelEstimator
{
    private readonly double _setup;
    private readonly double _perMeter;
    private readonly FrozenDictionary<string, double> _kinds;
    private readonly FrozenDictionary<string, double> _areas;
    private readonly double[] _hours = new double[24];

    private LearnedEstimator(TravelModel model)
    {
        (_setup, _perMeter) = (model.SetupSeconds, model.SecondsPerKm / 1000);
        _kinds = model.Kinds.ToFrozenDictionary(f => f.Name, f => f.Factor, StringComparer.Ordinal);
        _areas = model.Areas.ToFrozenDictionary(f => f.Name, f => f.Factor, StringComparer.Ordinal);
        Array.Fill(_hours, 1);
        foreach (var hour in model.Hours)
            _hours[int.Parse(hour.Name, CultureInfo.InvariantCulture)] = hour.Factor;
    }

    /// <summary>The estimator that a model asks for.</summary>
    public static ITravelEstimator Of(TravelModel model) => model.Corrected ? new LearnedEstimator(model) : GreatCircleEstimator.Instance;

    /// <inheritdoc/>
    public double Seconds(in Leg leg)
    {
        var seconds = (_setup + (leg.Meters * _perMeter)) * _hours[leg.Hour];
        if (_kinds.TryGetValue(leg.Kind, out var kind))
            seconds *= kind;
        if (leg.Area is { } station && _areas.TryGetValue(station, out var area))
            seconds *= area;
        return seconds;
    }
}
