namespace Tocsin.Recommending.Travel;

/// <summary>Fits that a few wild values do not bend: medians, not means.</summary>
internal static class TravelFit
{
    private const int Rounds = 40;

    // A residual below this weighs no more than this: else one journey that is met exactly would hold the line.
    private const double SecondsExact = 5;

    /// <summary>
    /// The line of least absolute deviations (median regression) of time over way, by iteratively reweighted least squares.
    /// </summary>
    /// <returns>Seconds at no way, and seconds a metre; both within what is possible.</returns>
    public static (double Setup, double PerMeter) Line(IReadOnlyList<Journey> journeys)
    {
        var (setup, perMeter) = (60.0, 0.1);
        for (var round = 0; round < Rounds; round++)
        {
            var (s, sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0);
            foreach (var journey in journeys)
            {
                var (x, y) = (journey.Leg.Meters, journey.Seconds);
                var w = 1 / Math.Max(SecondsExact, Math.Abs(setup + (perMeter * x) - y));
                (s, sx, sy, sxx, sxy) = (s + w, sx + (w * x), sy + (w * y), sxx + (w * x * x), sxy + (w * x * y));
            }

            var spread = (s * sxx) - (sx * sx);
            perMeter = spread > 1e-9 * s * sxx ? Math.Clamp(((s * sxy) - (sx * sy)) / spread, 0.03, 0.36) : perMeter;
            setup = Math.Clamp((sy - (perMeter * sx)) / s, 0, 600);
        }

        return (setup, perMeter);
    }

    /// <summary>
    /// By how much each group takes longer than the estimate: the median ratio, pulled towards 1 where journeys are few, and bounded.
    /// </summary>
    public static IReadOnlyList<TravelFactor> Factors(
        IReadOnlyList<Journey> journeys, ITravelEstimator estimate, Func<Leg, string?> group) =>
    [
        .. journeys
            .Where(j => group(j.Leg) is not null)
            .GroupBy(j => group(j.Leg)!, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, Ratios: g.Select(j => Math.Log(j.Seconds / Math.Max(1, estimate.Seconds(j.Leg)))).Order().ToArray()))
            .OrderByDescending(g => g.Ratios.Length)
            .ThenBy(g => g.Name, StringComparer.Ordinal)
            .Take(TravelLimits.FactorsMax)
            .Select(g => new TravelFactor(g.Name, Factor(g.Ratios), g.Ratios.Length)),
    ];

    /// <summary>How far an estimator is off.</summary>
    public static TravelError Error(IReadOnlyList<Journey> journeys, ITravelEstimator estimate)
    {
        double[] off = [.. journeys.Select(j => estimate.Seconds(j.Leg) - j.Seconds).Order()];
        double[] absolute = [.. off.Select(Math.Abs).Order()];
        return new TravelError(
            off.Length,
            Math.Round(Rank(absolute, 0.5), 1),
            Math.Round(Rank(absolute, 0.9), 1),
            Math.Round(Rank(off, 0.5), 1));
    }

    private static double Factor(double[] ratios)
    {
        var believed = ratios.Length / (ratios.Length + TravelLimits.Shrinkage);
        return Math.Round(Math.Clamp(Math.Exp(Rank(ratios, 0.5) * believed), TravelLimits.FactorMin, TravelLimits.FactorMax), 3);
    }

    // The nearest rank, as in reports.
    private static double Rank(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)];
}
