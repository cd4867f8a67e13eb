using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Stations;

namespace Tocsin.RunCards;

/// <summary>The rules of a run card: pure.</summary>
internal static class RunCardRules
{
    public static Decision Set(RunCardState state, RunCardPlan plan, DecisionContext context)
    {
        var errors = RunCardFaults.Find(plan).ToList();
        if (!TryParse(plan.Area, out var area))
            errors.Add(new FieldError("area", RunCardFaults.Code, "An area is GeoJSON."));
        if (errors.Count > 0)
            return Decision.Refuse(new Refusal(RefusalCode.Invalid, "This run card is impossible.") { Errors = errors });
        if (context.Fact<NamedStations>()?.Stations.FirstOrDefault(s => s.Retired) is { } gone)
            return Decision.Refuse(Refusals.Retired($"Station {gone.Station} is retired.", "stations"));
        return state.Plan is { } stands && RunCardSame.Are(stands, plan)
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(
                state.Stream,
                new RunCardSet(
                    plan.Name,
                    plan.Categories,
                    plan.Priorities,
                    plan.Stations,
                    plan.AreaClass,
                    area,
                    plan.Alarms,
                    plan.Questions,
                    plan.ForeignSeconds,
                    plan.Retired),
                context.Now));
    }

    private static bool TryParse(string? text, out JsonElement? area)
    {
        area = null;
        try
        {
            area = StationAreas.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
