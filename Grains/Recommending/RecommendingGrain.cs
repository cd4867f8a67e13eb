using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.Recommending;

/// <summary>
/// Who should go: answers out of the silo's <see cref="ResponsePlanner"/>, and hands a plan to the incident that carries it out.
/// </summary>
[StatelessWorker, Reentrant]
internal sealed class RecommendingGrain(ResponsePlanner planner) : Grain, IRecommendingGrain
{
    /// <inheritdoc/>
    public Task<Recommendations> Recommend(IncidentId incident, int count, Actor reader) =>
        planner.RecommendAsync(incident, count, reader, byStation: true);

    /// <inheritdoc/>
    public Task<Recommendations> RecommendByPlace(IncidentId incident, int count, Actor reader) =>
        planner.RecommendAsync(incident, count, reader, byStation: false);

    /// <inheritdoc/>
    public async Task<Thing> Plan(IncidentId incident, int alarm, Actor reader)
    {
        var plan = await planner.PlanAsync(incident, alarm, reader);
        return plan.Refusal is { } refusal
            ? new Thing(refusal, "", 0)
            : new Thing(
                null,
                TocsinJson.Write(new ResponsePlanView(
                    plan.Card.Id,
                    alarm,
                    plan.Card.Plan.Alarms.Count,
                    [.. plan.Found.Needs.Select(n => n.ToView())],
                    plan.Found.PassedOver)),
                0);
    }

    /// <inheritdoc/>
    public async Task<CommandAnswer> Commit(IncidentId incident, PlanRequest request, CommandContext context)
    {
        var plan = await planner.PlanAsync(incident, request.Alarm, context.Actor);

        // Units that were picked by hand need no plan and no place: they just go, and nobody goes instead.
        var refusal = request.UnitIds is not null && plan.Refusal?.Code == RefusalCode.LocationUnknown ? null : plan.Refusal;
        return await GrainFactory.GetGrain<IIncidentGrain>(incident.Value).Execute(
            new CommitPlan(
                PlanPlaces.Of(plan.Found, request.UnitIds),
                PlanPlaces.Missing(plan.Found, request.UnitIds),
                refusal,
                request.OccurredAt),
            context);
    }
}
