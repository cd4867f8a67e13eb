using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>
/// How likely an open incident is what a caller tells of: 0 to 1. Pure. A weighted mean of what is known of place, time, kind and words;
/// what is not known (no coordinates yet, no words) leaves the mean, so that a caller who has said little is not told that nothing is
/// alike. The weights are chosen, not learned, so that a call-taker can follow them: place speaks loudest, as ten calls for one crash come
/// from one corner. Being near is not being the same: where neither kind nor words agree, the mean counts half; and without a place it
/// counts as far as the words agree (decision 0018).
/// </summary>
internal static class DuplicateScore
{
    /// <summary>What place counts for.</summary>
    public const double PlaceWeight = 0.45;

    /// <summary>What time counts for.</summary>
    public const double TimeWeight = 0.20;

    /// <summary>What the category counts for.</summary>
    public const double CategoryWeight = 0.20;

    /// <summary>What words count for.</summary>
    public const double WordsWeight = 0.15;

    /// <summary>
    /// At this distance a place speaks half as loud: callers see a fire from several streets, and name the corner where they stand.
    /// </summary>
    public const double HalfwayMeters = 250;

    /// <summary>Beyond this a place speaks against it: it is another incident, whatever else is alike.</summary>
    public const double FarMeters = 3_000;

    /// <summary>What is left of the score where kind and words are told and neither agrees: a fire is no crash on that corner.</summary>
    public const double NothingAgrees = 0.5;

    /// <summary>The share of words that agrees as much as all of them would: callers tell one thing in words of their own.</summary>
    public const double WordsEnough = 0.5;

    /// <summary>After this time the hour speaks half as loud.</summary>
    public static readonly TimeSpan HalfwayTime = TimeSpan.FromMinutes(20);

    /// <summary>
    /// An incident that many have called about is likelier to be called about again: what each doubling of the calls adds, up to <see
    /// cref="CallersMost"/>.
    /// </summary>
    public const double CallersStep = 0.01;

    /// <summary>The most that earlier callers add.</summary>
    public const double CallersMost = 0.05;

    /// <summary>The score, and what it is made of; null when there is nothing to compare by, or it is too far away.</summary>
    public static (double Score, IReadOnlyList<DuplicateReason> Why)? Of(
        LiveIncident incident, GeoPoint? place, string? category, DateTimeOffset at, string? words)
    {
        var parts = new List<(DuplicateCode Code, int? Value, double Weight, double Likeness)>(4);
        var isPlaced = false;
        if (place is { } here && incident.Place is { } there)
        {
            var meters = GreatCircle.Meters(here, there);
            if (meters > FarMeters)
                return null;
            isPlaced = true;
            parts.Add((DuplicateCode.Place, (int)Math.Round(meters), PlaceWeight, Halving(meters / HalfwayMeters)));
        }

        // The address says again where it is: where both places are known, only what is told of it can agree.
        var alike = WordLikeness.Of(words, isPlaced ? incident.Summary : $"{incident.Address} {incident.Summary}");
        if (alike is { } share)
            parts.Add((DuplicateCode.Words, (int)Math.Round(share * 100), WordsWeight, share));

        // Time and kind alone say nothing: half of all incidents of an hour would be alike.
        if (parts.Count == 0)
            return null;
        var apart = (at - incident.ReceivedAt).Duration();
        parts.Add((DuplicateCode.Time, (int)Math.Min(int.MaxValue, apart.TotalSeconds), TimeWeight, Halving(apart / HalfwayTime)));
        double? kind = category is null ? null : string.Equals(category, incident.Category, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (kind is { } same)
            parts.Add((DuplicateCode.Category, null, CategoryWeight, same));

        // Words alone, without a place on either side, are never quite sure.
        var per = Agreement(isPlaced, kind, alike) / Math.Max(parts.Sum(p => p.Weight), PlaceWeight + TimeWeight);
        List<DuplicateReason> why =
        [
            .. parts
                .Where(p => p.Likeness > 0.05)
                .Select(p => new DuplicateReason(p.Code, p.Value, Round(p.Weight * p.Likeness * per))),
        ];
        var callers = incident.CallCount > 1 ? Math.Min(CallersMost, CallersStep * Math.Log2(incident.CallCount)) : 0;
        if (callers > 0)
            why.Add(new DuplicateReason(DuplicateCode.Callers, incident.CallCount, Round(callers)));
        return (Math.Min(1, Round(parts.Sum(p => p.Weight * p.Likeness * per) + callers)), why);
    }

    // How far what is told of it agrees; what is not known speaks neither for nor against.
    private static double Agreement(bool isPlaced, double? kind, double? alike)
    {
        var words = Math.Min(1, (alike ?? 0) / WordsEnough);
        if (!isPlaced)
            return words;
        return kind is null && alike is null ? 1 : NothingAgrees + ((1 - NothingAgrees) * Math.Max(kind ?? 0, words));
    }

    private static double Halving(double steps) => Math.Pow(0.5, steps);

    private static double Round(double score) => Math.Round(score, 2, MidpointRounding.AwayFromZero);
}
