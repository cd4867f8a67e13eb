using System.Globalization;

namespace Tocsin.Recommending.Travel;

/// <summary>
/// Learns a model of journeys; pure. What was learned of the older four fifths must prove itself on the newest fifth: each sort of factor
/// against what stood before it, and at last the whole against the great circle with a detour. What is no better there is left out; so thin
/// data does not make it worse. What is left
/// is fitted anew on all of them.
/// </summary>
internal static class TravelLearning
{
    private static readonly (Func<Leg, string?> Group, Func<TravelModel, IReadOnlyList<TravelFactor>, TravelModel> Put)[] Sorts =
    [
        (leg => leg.Kind, (model, factors) => model with { Kinds = factors }),
        (leg => leg.Area, (model, factors) => model with { Areas = factors }),
        (leg => leg.Hour.ToString("00", CultureInfo.InvariantCulture), (model, factors) => model with { Hours = factors }),
    ];

    /// <summary>The model.</summary>
    public static TravelModel Learn(IReadOnlyList<Journey> journeys, DateTimeOffset now)
    {
        var ordered = journeys.OrderBy(j => j.At).ToList();
        var empty = TravelModel.Cold with
        {
            Version = now.ToUnixTimeSeconds(),
            LearnedAt = now,
            From = ordered.Count > 0 ? ordered[0].At : null,
            To = ordered.Count > 0 ? ordered[^1].At : null,
            Journeys = ordered.Count,
        };
        if (ordered.Count < TravelLimits.JourneysMin)
            return empty;
        var older = (int)(ordered.Count * (1 - TravelLimits.HeldBack));
        var (known, held) = (ordered[..older], ordered[older..]);
        var plain = TravelFit.Error(held, GreatCircleEstimator.Instance);
        var (model, taken) = (WithLine(empty, known), new bool[Sorts.Length]);
        var error = TravelFit.Error(held, LearnedEstimator.Of(model));
        for (var i = 0; i < Sorts.Length; i++)
        {
            var more = WithFactors(model, known, i);
            var after = TravelFit.Error(held, LearnedEstimator.Of(more));
            if (IsBetter(after, error))
                (model, error, taken[i]) = (more, after, true);
        }

        if (!IsBetter(error, plain))
            return empty with { ErrorUncorrected = plain };
        var whole = WithLine(empty, ordered);
        for (var i = 0; i < Sorts.Length; i++)
            whole = taken[i] ? WithFactors(whole, ordered, i) : whole;
        return whole with { ErrorUncorrected = plain, ErrorCorrected = error };
    }

    private static bool IsBetter(TravelError after, TravelError before) =>
        after.MedianAbsolute <= before.MedianAbsolute * (1 - TravelLimits.BetterBy)
        && after.P90Absolute <= before.P90Absolute * (1 + (5 * TravelLimits.BetterBy));

    private static TravelModel WithLine(TravelModel model, List<Journey> journeys)
    {
        var (setup, perMeter) = TravelFit.Line(journeys);
        return model with { Corrected = true, SetupSeconds = Math.Round(setup, 1), SecondsPerKm = Math.Round(perMeter * 1000, 2) };
    }

    private static TravelModel WithFactors(TravelModel model, List<Journey> journeys, int sort) =>
        Sorts[sort].Put(model, TravelFit.Factors(journeys, LearnedEstimator.Of(model), Sorts[sort].Group));
}
