using System.Globalization;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>One side of a chart.</summary>
/// <param name="Name">What stands on it, with its unit.</param>
/// <param name="Least">Where it begins.</param>
/// <param name="Most">Where it ends; more than <paramref name="Least"/>.</param>
/// <param name="IsLog">Whether each step is ten times the one before.</param>
public sealed record Axis(string Name, double Least, double Most, bool IsLog = false)
{
    private const int TicksAbout = 6;

    /// <summary>How a value is written.</summary>
    public Func<double, string> Label { get; init; } = v => v.ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>From nought to somewhat above <paramref name="most"/>.</summary>
    public static Axis Linear(string name, double most)
    {
        var step = Step(Math.Max(most, 1e-9));
        return new Axis(name, 0, Math.Max(step, Math.Ceiling(most / step) * step));
    }

    /// <summary>
    /// From the power of ten below <paramref name="least"/> to the one above <paramref name="most"/>; both more than nought.
    /// </summary>
    public static Axis Log(string name, double least, double most)
    {
        var from = Math.Floor(Math.Log10(Math.Max(least, 1e-3)));
        return new Axis(name, Math.Pow(10, from), Math.Pow(10, Math.Max(from + 1, Math.Ceiling(Math.Log10(Math.Max(most, 1e-3))))), true);
    }

    /// <summary>Where a value stands on it, 0..1; what lies outside stands at its end.</summary>
    public double Share(double value) => Math.Clamp(
        IsLog
            ? (Math.Log10(Math.Max(value, Least)) - Math.Log10(Least)) / (Math.Log10(Most) - Math.Log10(Least))
            : (value - Least) / (Most - Least),
        0,
        1);

    /// <summary>The values that are written on it.</summary>
    public IEnumerable<double> Ticks()
    {
        var step = IsLog ? 10 : Step(Most - Least);
        for (var at = Least; at <= Most * (1 + 1e-9); at = IsLog ? at * step : at + step)
            yield return at;
    }

    // 1, 2 or 5 of a power of ten.
    private static double Step(double range)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / TicksAbout)));
        var times = range / TicksAbout / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }
}
