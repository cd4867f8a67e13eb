namespace Tocsin.Tests.Load.Soaking;

/// <summary>How something grows: the least-squares line through its values.</summary>
public static class Slope
{
    /// <summary>The growth from one value to the next; 0 of fewer than two.</summary>
    public static double PerStep(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
            return 0;
        var (middle, mean) = ((values.Count - 1) / 2.0, values.Average());
        double above = 0, below = 0;
        for (var i = 0; i < values.Count; i++)
        {
            above += (i - middle) * (values[i] - mean);
            below += (i - middle) * (i - middle);
        }

        return above / below;
    }
}
