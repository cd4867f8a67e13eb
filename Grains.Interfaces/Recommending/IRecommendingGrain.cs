using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.Recommending;

/// <summary>Recommends units for an incident. Stateless; its key is 0.</summary>
[Alias("tocsin.IRecommendingGrain")]
public interface IRecommendingGrain : IGrainWithIntegerKey
{
    /// <summary>The free units worth sending, best first.</summary>
    /// <param name="incident">The incident; without coordinates it is refused, <see cref="RefusalCode.LocationUnknown"/>.</param>
    /// <param name="count">1 to 50.</param>
    /// <param name="reader">Who asks.</param>
    [Alias("Recommend")]
    Task<Recommendations> Recommend(IncidentId incident, int count, Actor reader);

    /// <summary>What the run card asks for, and who would fill it: JSON of a <see cref="ResponsePlanView"/>.</summary>
    /// <param name="incident">The incident; without coordinates it is refused, <see cref="RefusalCode.LocationUnknown"/>.</param>
    /// <param name="alarm">Up to which alarm, 1 or more.</param>
    /// <param name="reader">Who asks.</param>
    [Alias("Plan")]
    Task<Thing> Plan(IncidentId incident, int alarm, Actor reader);

    /// <summary>Makes the plan and has the incident carry it out: its answer is durable.</summary>
    [Alias("Commit")]
    Task<CommandAnswer> Commit(IncidentId incident, PlanRequest request, CommandContext context);
}
