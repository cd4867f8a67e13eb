using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>
/// Which unit takes each place of a response plan, as far as the states known so far show them. Pure; the same for the streams and for the
/// decision.
/// </summary>
internal static class PlanTaking
{
    /// <summary>Who takes each place, in order; and whose states must still be asked for.</summary>
    public static (IReadOnlyList<UnitId?> Taken, IReadOnlyList<UnitId> Ask) Of(IncidentId incident, CommitPlan plan, StateSet states)
    {
        var taken = new UnitId?[plan.Places.Count];
        var gone = plan.Places.Select(p => p.UnitId).ToHashSet();
        List<UnitId> ask = [.. gone.Where(u => !states.Knows(u.Stream))];
        for (var i = 0; i < taken.Length; i++)
        {
            var place = plan.Places[i];
            if (!states.Knows(place.UnitId.Stream))
                continue;
            if (IsHere(place.UnitId, incident, states) || IsFree(place.UnitId, states))
                taken[i] = place.UnitId;
        }

        // Whoever is named for a place goes for that place or not at all; the next best is taken by the first who needs it, and by him
        // alone.
        for (var i = 0; i < taken.Length; i++)
        {
            var place = plan.Places[i];
            if (taken[i] is not null || !states.Knows(place.UnitId.Stream))
                continue;
            foreach (var instead in place.Instead)
            {
                if (gone.Contains(instead))
                    continue;
                var known = states.Knows(instead.Stream);
                if (known && !IsFree(instead, states))
                    continue;
                gone.Add(instead);
                if (known)
                    taken[i] = instead;
                else
                    ask.Add(instead);
                break;
            }
        }

        return (taken, ask);
    }

    /// <summary>Whether a unit is on this incident already: its place is filled, and nothing need be done.</summary>
    public static bool IsHere(UnitId unit, IncidentId incident, StateSet states) => states.Unit(unit).IncidentId == incident;

    private static bool IsFree(UnitId unit, StateSet states) =>
        states.Unit(unit) is { Version: > 0 } state && Availability.Refusal(state) is null;
}
