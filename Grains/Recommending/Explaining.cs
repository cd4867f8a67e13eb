using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Units;

namespace Tocsin.Recommending;

/// <summary>The reasons of one recommendation.</summary>
/// <param name="picture">Who is on duty.</param>
/// <param name="scene">Where units are wanted.</param>
/// <param name="needs">What is wanted.</param>
/// <param name="sorts">The needs that each unit of the picture fits, a bit each.</param>
/// <param name="arrivals">When each unit of the picture would arrive, in seconds; <see cref="int.MaxValue"/>: it cannot be placed.</param>
internal sealed class Explaining(DutyPicture picture, Scene scene, IReadOnlyList<Need> needs, int[] arrivals, ulong[] sorts)
{
    // Units of the wanted sort are explained before those of any other: they are what a dispatcher asks about.
    private const int OtherSort = 10_000_000;

    private readonly SpherePoint _to = scene.Place is { } place ? SpherePoint.Of(place) : default;

    /// <summary>A unit that is offered.</summary>
    public RecommendationView Offer(Need need, in Shortlist.Entry entry)
    {
        var unit = entry.Unit;
        double? meters = scene.Place is null ? null : unit.Approach(_to, scene.Now).Meters;
        List<Reason> why = [meters is { } away ? ReasonTexts.Place(unit, away, scene.Now) : ReasonTexts.PlaceUnknown];
        if (meters is not null && unit.IsStale(scene.Now))
            why.Add(ReasonTexts.Stale(unit, scene.Now));
        if (scene.Station is { } own && unit.Station is { } station)
            why.Add(station == own ? ReasonTexts.OwnStation(own) : ReasonTexts.OtherStation(station, scene.ForeignSeconds));
        foreach (var capability in need.Capabilities)
            why.Add(ReasonTexts.Capability(capability));
        return new RecommendationView(
            unit.Id,
            meters is null ? null : arrivals[entry.Index],
            meters is { } way ? Way(way) : null,
            [.. why.Select(w => w.Text)],
            why);
    }

    /// <summary>Why what is missing is missing: how many units of that sort there are, and what keeps them.</summary>
    public IReadOnlyList<Reason> Shortfall(Need need, HashSet<int> taken)
    {
        var (busy, out_, unplaced, elsewhere, distress, foreign) = (0, 0, 0, 0, 0, 0);
        for (var i = 0; i < picture.Units.Length; i++)
        {
            var unit = picture.Units[i];
            if (!need.Fits(unit, scene.Station))
            {
                foreign += need.IsNarrowed && unit.IsFree && need.IsSort(unit) ? 1 : 0;
                continue;
            }

            if (unit.Status == UnitStatus.OutOfService)
                out_++;
            else if (taken.Contains(i))
                elsewhere++;
            else if (unit.Status != UnitStatus.Available)
                busy++;
            else if (unit.Distress is not null)
                distress++;
            else if (!unit.IsPlaced && scene.Place is not null)
                unplaced++;
        }

        List<Reason> why = [];
        if (busy > 0)
            why.Add(ReasonTexts.BusyOnes(busy));
        if (out_ > 0)
            why.Add(ReasonTexts.OutOfServiceOnes(out_));
        if (distress > 0)
            why.Add(ReasonTexts.DistressedOnes(distress));
        if (unplaced > 0)
            why.Add(ReasonTexts.UnplacedOnes(unplaced));
        if (foreign > 0)
            why.Add(ReasonTexts.ForeignOnes(foreign));
        if (elsewhere > 0 && why.Count == 0)
            why.Add(ReasonTexts.UsedElsewhere(elsewhere));
        return why.Count > 0 ? why : [ReasonTexts.NoneOnDuty];
    }

    /// <summary>Units that would be there before one that is offered; where any is missing, all of the wanted sort.</summary>
    public IReadOnlyList<PassedOverView> PassedOver(List<Shortlist.Entry>[] chosen, HashSet<int> taken)
    {
        var last = new int[needs.Count];
        for (var n = 0; n < last.Length; n++)
            last[n] = chosen[n].Count < needs[n].Count ? int.MaxValue : chosen[n].Count == 0 ? 0 : chosen[n].Max(e => arrivals[e.Index]);
        var offered = chosen.SelectMany(c => c).Select(e => arrivals[e.Index]).DefaultIfEmpty(0).Max();
        // Where any unit is missing, all of that sort are explained, however far away.
        var open = 0UL;
        for (var n = 0; n < last.Length; n++)
            open |= last[n] == int.MaxValue ? 1UL << n : 0;
        var nearest = new Shortlist(RecommendLimits.PassedOverMax);
        for (var i = 0; i < picture.Units.Length; i++)
        {
            if (arrivals[i] >= offered && (sorts[i] & open) == 0)
                continue;
            if (arrivals[i] == int.MaxValue
                || taken.Contains(i)
                || (scene.Incident is not null && picture.Units[i].Incident == scene.Incident))
            {
                continue;
            }

            if (IsWanted(sorts[i], arrivals[i], last))
                nearest.Offer(arrivals[i], i, picture.Units[i]);
            else if (arrivals[i] < offered && sorts[i] == 0)
                nearest.Offer(Math.Min(arrivals[i], OtherSort) + OtherSort, i, picture.Units[i]);
        }

        var views = new List<PassedOverView>(nearest.Count);
        foreach (var entry in nearest.Entries)
        {
            var why = Against(entry.Unit);
            views.Add(new PassedOverView(
                entry.Unit.Id,
                arrivals[entry.Index],
                Way(entry.Unit.Approach(_to, scene.Now).Meters),
                [.. why.Select(w => w.Text)],
                why));
        }

        return views;
    }

    private static int Way(double meters) => (int)Math.Round(meters * Travel.GreatCircleEstimator.DetourFactor);

    private static bool IsWanted(ulong sort, int arrival, int[] last)
    {
        for (var n = 0; n < last.Length; n++)
        {
            if (arrival < last[n] && (sort & (1UL << n)) != 0)
                return true;
        }

        return false;
    }

    private List<Reason> Against(DutyUnit unit)
    {
        var fitting = needs.Any(n => n.Fits(unit, scene.Station));
        List<Reason> why = [];
        if (!fitting)
            why.Add(Unfit(unit));
        if (unit.Distress is not null)
            why.Add(ReasonTexts.Distress(scene.Shows(unit) ? unit.Distress : null));
        if (unit.Status == UnitStatus.OutOfService)
            why.Add(ReasonTexts.OutOfService);
        else if (unit.Status != UnitStatus.Available)
            AddBusy(unit, why);
        if (fitting && unit.IsFree)
            why.Add(ReasonTexts.NotNeeded);
        return why;
    }

    // Of several needs the one that it comes nearest to.
    private Reason Unfit(DutyUnit unit)
    {
        foreach (var need in needs.Where(n => n.IsKind(unit)))
            return need.Lacking(unit) is { } capability ? ReasonTexts.Lacks(capability) : ReasonTexts.NotOwnStation(unit.Station);
        return ReasonTexts.OtherKind(unit.Kind);
    }

    private void AddBusy(DutyUnit unit, List<Reason> why)
    {
        var incident = unit.Incident is { } id ? picture.Incident(id) : null;
        why.Add(scene.Shows(unit) ? ReasonTexts.Busy(unit.Incident, incident) : ReasonTexts.Busy(null, null));
        if (incident is null)
            return;
        if (incident.Priority > scene.Priority && unit.Status != UnitStatus.OnScene)
            why.Add(ReasonTexts.Divertible);
        else if (incident.Status == IncidentStatus.Reported)
            why.Add(ReasonTexts.Ending);
    }
}
