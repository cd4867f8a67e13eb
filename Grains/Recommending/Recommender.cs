using System.Buffers;
using Tocsin.Places;
using Tocsin.Recommending.Travel;
using Tocsin.RunCards;

namespace Tocsin.Recommending;

/// <summary>
/// Who should go: for several needs at once, so that all units together are there soonest, each with its reasons, each nearer one that was
/// passed over with its own, and why what is missing is missing. Pure. One pass over all units on duty, no index: measured in
/// <c>docs/benchmarks.md</c>.
/// </summary>
internal static class Recommender
{
    // On the incident already: counts before anybody who would have to come.
    private const int PresentRank = -1_000_000;

    private const int Unknown = int.MaxValue;

    /// <summary>The most needs at once: a card asks for 50 units at most, and each need for one at least.</summary>
    private const int NeedsMax = 63;

    // The bit behind the last need: this sort was asked already.
    private const ulong Asked = 1UL << NeedsMax;

    /// <summary>The units worth sending.</summary>
    /// <param name="picture">Who is on duty.</param>
    /// <param name="scene">Where units are wanted.</param>
    /// <param name="needs">What is wanted, the most important first.</param>
    /// <param name="travel">How long they drive.</param>
    public static Recommended Recommend(DutyPicture picture, Scene scene, IReadOnlyList<Need> needs, ITravelEstimator travel)
    {
        var units = picture.Units;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needs.Count, NeedsMax);
        var arrivals = ArrayPool<int>.Shared.Rent(Math.Max(1, units.Length));
        var sorts = ArrayPool<ulong>.Shared.Rent(Math.Max(1, units.Length));
        try
        {
            var slots = needs.Sum(n => n.Count);
            var lists = new Shortlist[needs.Count];
            for (var n = 0; n < lists.Length; n++)
                lists[n] = new Shortlist(Math.Min(units.Length, slots + RecommendLimits.NextMax));
            Reckon(units, scene, needs, travel, (arrivals, sorts), lists);
            var chosen = Choose(needs, lists);
            var taken = chosen.SelectMany(c => c).Select(e => e.Index).ToHashSet();
            var explain = new Explaining(picture, scene, needs, arrivals, sorts);
            return new Recommended(
                [.. needs.Select((need, n) => Result(explain, need, chosen[n], lists[n], taken))],
                explain.PassedOver(chosen, taken));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(arrivals);
            ArrayPool<ulong>.Shared.Return(sorts);
        }
    }

    private static void Reckon(
        DutyUnit[] units,
        Scene scene,
        IReadOnlyList<Need> needs,
        ITravelEstimator travel,
        (int[] Arrivals, ulong[] Sorts) found,
        Shortlist[] lists)
    {
        var to = scene.Place is { } there ? SpherePoint.Of(there) : default;
        var known = new ulong[UnitSorts.End];
        var own = needs.Select((need, n) => need.Scope == NeedScope.OwnStation ? 1UL << n : 0).Aggregate(0UL, (a, b) => a | b);
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            var arrival = found.Arrivals[i] = scene.Place is { } place && unit.IsPlaced
                ? Arrival(unit, scene, place, to, travel)
                : Unknown;
            var sort = found.Sorts[i] = SortOf(unit, needs, known) & (unit.Station == scene.Station ? ulong.MaxValue : ~own);
            if (sort == 0)
                continue;
            var present = scene.Incident is not null && unit.Incident == scene.Incident;
            if (!present && !(unit.IsFree && (unit.IsPlaced || scene.Place is null)))
                continue;
            var rank = present ? PresentRank : RankOf(arrival, unit.Station == scene.Station, scene);
            for (var n = 0; n < lists.Length; n++)
            {
                if ((sort & (1UL << n)) != 0)
                    lists[n].Offer(rank, i, unit);
            }
        }
    }

    // Where the place is not known, only whose units they are tells them apart.
    private static int RankOf(int arrival, bool isOwn, Scene scene) =>
        scene.Place is null ? (isOwn ? 0 : 1) : arrival + (isOwn ? 0 : scene.ForeignSeconds);

    // The needs that a unit fits, a bit each: asked once for all units that are the same, used three times.
    private static ulong SortOf(DutyUnit unit, IReadOnlyList<Need> needs, ulong[] known)
    {
        var numbered = (uint)unit.Sort < (uint)known.Length;
        if (numbered && known[unit.Sort] != 0)
            return known[unit.Sort] & ~Asked;
        var sort = 0UL;
        for (var n = 0; n < needs.Count; n++)
        {
            if (needs[n].IsSort(unit))
                sort |= 1UL << n;
        }

        if (numbered)
            known[unit.Sort] = sort | Asked;
        return sort;
    }

    private static int Arrival(DutyUnit unit, Scene scene, GeoPoint place, in SpherePoint to, ITravelEstimator travel)
    {
        var (from, meters) = unit.Approach(to, scene.Now);
        return (int)Math.Min(
            Math.Ceiling(travel.Seconds(new Leg(from, place, meters, unit.Kind, scene.Station, scene.Hour))),
            Unknown / 2);
    }

    // Of each need only its best few can be in a best answer: as many as there are places at all.
    private static List<Shortlist.Entry>[] Choose(IReadOnlyList<Need> needs, Shortlist[] lists)
    {
        var chosen = needs.Select(_ => new List<Shortlist.Entry>()).ToArray();
        if (needs.Count == 1)
        {
            chosen[0].AddRange(lists[0].Entries[..Math.Min(needs[0].Count, lists[0].Count)]);
            return chosen;
        }

        int[] needOf = [.. needs.SelectMany((need, n) => Enumerable.Repeat(n, need.Count))];
        var columnOf = new Dictionary<int, int>();
        foreach (var list in lists)
        {
            foreach (var entry in list.Entries)
                columnOf.TryAdd(entry.Index, columnOf.Count);
        }

        var ranks = new long[lists.Length * columnOf.Count];
        var entries = new Shortlist.Entry[columnOf.Count];
        Array.Fill(ranks, SlotMatching.Never);
        for (var n = 0; n < lists.Length; n++)
        {
            foreach (var entry in lists[n].Entries)
                (ranks[(n * columnOf.Count) + columnOf[entry.Index]], entries[columnOf[entry.Index]]) = (entry.Rank, entry);
        }

        var columns = SlotMatching.Solve(needOf.Length, columnOf.Count, (slot, column) => ranks[(needOf[slot] * entries.Length) + column]);
        for (var slot = 0; slot < columns.Length; slot++)
        {
            if (columns[slot] >= 0)
                chosen[needOf[slot]].Add(entries[columns[slot]]);
        }

        foreach (var list in chosen)
            list.Sort(static (a, b) => a.IsBefore(b) ? -1 : b.IsBefore(a) ? 1 : 0);
        return chosen;
    }

    private static NeedResult Result(Explaining explain, Need need, List<Shortlist.Entry> chosen, Shortlist list, HashSet<int> taken)
    {
        var next = new List<RecommendationView>(RecommendLimits.NextMax);
        foreach (var entry in list.Entries)
        {
            if (next.Count < RecommendLimits.NextMax && !taken.Contains(entry.Index) && entry.Rank != PresentRank)
                next.Add(explain.Offer(need, entry));
        }

        var missing = need.Count - chosen.Count;
        return new NeedResult(
            need,
            [.. chosen.Where(e => e.Rank == PresentRank).Select(e => e.Unit.Id)],
            [.. chosen.Where(e => e.Rank != PresentRank).Select(e => explain.Offer(need, e))],
            next,
            missing,
            missing > 0 ? explain.Shortfall(need, taken) : []);
    }
}
