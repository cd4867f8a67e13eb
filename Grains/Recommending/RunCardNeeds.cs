using Tocsin.RunCards;

namespace Tocsin.Recommending;

/// <summary>What a card asks for up to an alarm: needs of one name are one need.</summary>
internal static class RunCardNeeds
{
    /// <summary>The needs, in the order in which the alarms first name them.</summary>
    /// <param name="plan">The card.</param>
    /// <param name="alarm">1 or more; beyond the last alarm it is the last.</param>
    public static IReadOnlyList<Need> UpTo(RunCardPlan plan, int alarm)
    {
        var needs = new List<Need>();
        foreach (var need in plan.Alarms.Take(alarm).SelectMany(a => a.Needs))
        {
            var known = needs.FindIndex(n => n.Name == need.Name);
            if (known < 0)
                needs.Add(new Need(need.Name, need.Kinds, need.Capabilities, need.Count, need.Scope));
            else
                needs[known] = needs[known] with { Count = needs[known].Count + need.Count };
        }

        return needs;
    }
}
