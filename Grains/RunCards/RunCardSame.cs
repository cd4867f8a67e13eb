using Tocsin.Stations;

namespace Tocsin.RunCards;

/// <summary>Whether two run cards say the same: a record compares its lists by reference.</summary>
internal static class RunCardSame
{
    public static bool Are(RunCardPlan a, RunCardPlan b) =>
        a.Name == b.Name && a.AreaClass == b.AreaClass && a.ForeignSeconds == b.ForeignSeconds && a.Retired == b.Retired
        && a.Categories.SequenceEqual(b.Categories) && a.Priorities.SequenceEqual(b.Priorities) && a.Stations.SequenceEqual(b.Stations)
        && StationAreas.Same(StationAreas.Parse(a.Area), StationAreas.Parse(b.Area))
        && All(a.Alarms, b.Alarms, (x, y) => All(x.Needs, y.Needs, Are))
        && All(a.Questions, b.Questions, (x, y) => x.Text == y.Text && x.Answers.SequenceEqual(y.Answers));

    private static bool Are(RunCardNeed a, RunCardNeed b) =>
        a.Name == b.Name && a.Count == b.Count && a.Scope == b.Scope
        && a.Kinds.SequenceEqual(b.Kinds) && a.Capabilities.SequenceEqual(b.Capabilities);

    private static bool All<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> same) =>
        a.Count == b.Count && a.Zip(b).All(p => same(p.First, p.Second));
}
