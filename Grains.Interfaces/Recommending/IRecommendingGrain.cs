using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.Recommending;

/// <summary>Recommends units for an incident. Stateless; its key is 0.</summary>
[Alias("tocsin.IRecommendingGrain")]
public interface IRecommendingGrain : IGrainWithIntegerKey
{
    /// <summary>The free units worth sending, best first; without coordinates those of the incident's station, in order of id.</summary>
    /// <param name="incident">
    /// The incident; without coordinates and without a station it is refused, <see cref="RefusalCode.LocationUnknown"/>.
    /// </param>
    /// <param name="count">The most units to recommend, 1 to 50; the gateway's default is 5.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("RecommendByPlaceOrStation")]
    Task<Recommendations> Recommend(IncidentId incident, int count, Actor reader);

    /// <summary>
    /// The same for a gateway of 0.1.0, which cannot read a unit without an arrival: without coordinates it is refused,
    /// <see cref="RefusalCode.LocationUnknown"/>.
    /// </summary>
    /// <param name="incident">The incident that the units are for.</param>
    /// <param name="count">The most units to recommend, 1 to 50.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Recommend")]
    Task<Recommendations> RecommendByPlace(IncidentId incident, int count, Actor reader);

    /// <summary>What the run card asks for, and which units would fill it: JSON of a <see cref="ResponsePlanView"/>.</summary>
    /// <param name="incident">
    /// The incident; without coordinates and without a station it is refused, <see cref="RefusalCode.LocationUnknown"/>.
    /// </param>
    /// <param name="alarm">The alarm up to which the card is followed, 1 to 10; the gateway's default is 1.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Plan")]
    Task<Thing> Plan(IncidentId incident, int alarm, Actor reader);

    /// <summary>Makes the plan and has the incident carry it out: its answer is durable.</summary>
    /// <param name="incident">
    /// The incident; without coordinates and without a station it is refused with <see cref="RefusalCode.LocationUnknown"/>, unless the
    /// units are named.
    /// </param>
    /// <param name="request">The alarm and, where they are picked by hand, the units.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    [Alias("Commit")]
    Task<CommandAnswer> Commit(IncidentId incident, PlanRequest request, CommandContext context);
}
