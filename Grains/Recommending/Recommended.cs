namespace Tocsin.Recommending;

/// <summary>Who should go.</summary>
/// <param name="Needs">For each need, in the order of the needs.</param>
/// <param name="PassedOver">Those that would be there before one that is offered.</param>
internal sealed record Recommended(IReadOnlyList<NeedResult> Needs, IReadOnlyList<PassedOverView> PassedOver);
