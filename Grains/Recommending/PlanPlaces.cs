using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Recommending;

/// <summary>The places of a plan that is to be committed. Pure.</summary>
internal static class PlanPlaces
{
    /// <summary>
    /// Those of the plan with the next best of their need; or exactly the units that were picked, each with the next best of the need for
    /// which the plan knows it, and without any where it does not.
    /// </summary>
    public static IReadOnlyList<PlanPlace> Of(Recommended plan, IReadOnlyList<UnitId>? picked)
    {
        if (picked is null)
        {
            return [.. plan.Needs
                .SelectMany(n => n.Units.Select(u => new PlanPlace(u.UnitId, n.Need.Name, [.. n.Next.Select(x => x.UnitId)])))];
        }

        return [.. picked.Select(unit => plan.Needs.FirstOrDefault(n => n.Units.Concat(n.Next).Any(u => u.UnitId == unit)) is { } need
            ? new PlanPlace(
                unit,
                need.Need.Name,
                [.. need.Units.Concat(need.Next).Select(x => x.UnitId).Where(u => !picked.Contains(u)).Take(RecommendLimits.NextMax)])
            : new PlanPlace(unit, "", []))];
    }

    /// <summary>What it cannot fill: what was picked instead is the dispatcher's own decision, and nothing is missing.</summary>
    public static IReadOnlyList<PlanShortfall> Missing(Recommended plan, IReadOnlyList<UnitId>? picked) =>
        picked is null ? [.. plan.Needs.Where(n => n.Missing > 0).Select(n => new PlanShortfall(n.Need.Name, n.Missing))] : [];
}
