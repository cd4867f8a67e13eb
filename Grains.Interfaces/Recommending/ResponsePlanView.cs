using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>What the run card that fits an incident asks for, up to an alarm, and who would fill it now.</summary>
/// <param name="RunCardId">The card.</param>
/// <param name="Alarm">Up to which alarm.</param>
/// <param name="Alarms">How many the card has.</param>
/// <param name="Needs">What it asks for, the most important first.</param>
/// <param name="PassedOver">Units that would be there before one that is offered, the nearest first.</param>
public sealed record ResponsePlanView(
    RunCardId RunCardId,
    int Alarm,
    int Alarms,
    IReadOnlyList<PlanNeedView> Needs,
    IReadOnlyList<PassedOverView> PassedOver);

/// <summary>One need of a response plan, and who fills it.</summary>
/// <param name="Need">What people call it.</param>
/// <param name="Kinds">Of any of these kinds; none: of every kind.</param>
/// <param name="Capabilities">With each of these.</param>
/// <param name="Count">How many, up to the alarm that was asked for.</param>
/// <param name="Present">Those that are on the incident already and count for it.</param>
/// <param name="Units">Those worth sending, the first to arrive first.</param>
/// <param name="Next">The next best, should one of them be taken.</param>
/// <param name="Missing">How many cannot be found.</param>
/// <param name="Reason">Why so many are missing, in words; null when none is.</param>
/// <param name="Why">The same, for programs.</param>
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

/// <summary>A unit that would be there before one that is offered, and is not.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="EtaSeconds">When it would arrive.</param>
/// <param name="DistanceMeters">Its estimated way.</param>
/// <param name="Reasons">Why it is not offered, in words.</param>
/// <param name="Why">The same, for programs.</param>
public sealed record PassedOverView(
    UnitId UnitId,
    int EtaSeconds,
    int DistanceMeters,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<Reason> Why);
