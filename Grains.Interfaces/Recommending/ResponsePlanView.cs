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
