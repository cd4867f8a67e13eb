using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>What the run card that fits an incident asks for, up to an alarm, and which units would fill it now.</summary>
/// <param name="RunCardId">The id of the run card that fits.</param>
/// <param name="Alarm">The alarm up to which the card was followed, 1 or more.</param>
/// <param name="Alarms">The number of alarms that the card has, 1 to 10.</param>
/// <param name="Needs">The needs of the card, the most important first.</param>
/// <param name="PassedOver">Units that would arrive before one that is offered, the nearest first; at most 10.</param>
public sealed record ResponsePlanView(
    RunCardId RunCardId,
    int Alarm,
    int Alarms,
    IReadOnlyList<PlanNeedView> Needs,
    IReadOnlyList<PassedOverView> PassedOver);

/// <summary>One need of a response plan, and the units that fill it.</summary>
/// <param name="Need">The name of the need, 1 to 100 characters.</param>
/// <param name="Kinds">The kinds of unit of which any will do; empty means every kind.</param>
/// <param name="Capabilities">The capabilities of which a unit must have each.</param>
/// <param name="Count">The number of units that are needed, up to the alarm that was asked for.</param>
/// <param name="Present">The units that are on the incident already and count for the need.</param>
/// <param name="Units">The units worth sending, the first to arrive first.</param>
/// <param name="Next">The next best, in case one of them is taken; at most 5.</param>
/// <param name="Missing">The number of units that cannot be found.</param>
/// <param name="Reason">Why units are missing, in English; null when none is.</param>
/// <param name="Why">The same reasons, for programs.</param>
public sealed record PlanNeedView(
    string Need,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Capabilities,
    int Count,
    IReadOnlyList<UnitId> Present,
    IReadOnlyList<RecommendationView> Units,
    IReadOnlyList<RecommendationView> Next,
    int Missing,
    string? Reason,
    IReadOnlyList<Reason> Why);

/// <summary>A unit that would arrive before one that is offered, and why it is not offered.</summary>
/// <param name="UnitId">The id of the unit.</param>
/// <param name="EtaSeconds">The estimated time until it would arrive, in whole seconds.</param>
/// <param name="DistanceMeters">The estimated distance that it would have to drive, in whole metres.</param>
/// <param name="Reasons">Why it is not offered, in English.</param>
/// <param name="Why">The same reasons, for programs.</param>
public sealed record PassedOverView(
    UnitId UnitId,
    int EtaSeconds,
    int DistanceMeters,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<Reason> Why);
