using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Stations;

namespace Tocsin.RunCards;

/// <summary>A run card as the contract shows it.</summary>
public static class RunCardViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 1;

    /// <summary>The card.</summary>
    public static RunCardView Of(RunCardId id, RunCardPlan plan, int version) => new(
        id, plan.Name, plan.Categories, plan.Priorities, plan.Stations, plan.AreaClass, StationAreas.Parse(plan.Area),
        plan.Alarms, plan.Questions, plan.ForeignSeconds, plan.Retired, Preset: version == 0, version);

    internal static BoardEntry Board(RunCardState state) => new(
        state.Plan is { } plan ? TocsinJson.Write(Of(state.Id, plan, state.Version)) : "{}",
        Code, Open: true, Status: 0, Priority: 0, Station: null, DueAt: null);
}
