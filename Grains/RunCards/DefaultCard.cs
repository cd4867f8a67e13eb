using Tocsin.Identity;

namespace Tocsin.RunCards;

/// <summary>
/// The card for what no other card fits: one patrol unit, whatever its kind. A centre that wants another makes a card without conditions.
/// </summary>
internal static class DefaultCard
{
    /// <summary>Its id; also of a card that takes its place.</summary>
    public static RunCardId Id { get; } = RunCardId.Of("default");

    /// <summary>What it says.</summary>
    public static RunCardPlan Plan { get; } = new(
        "Default", [], [], [], null, null,
        [new RunCardAlarm([new RunCardNeed("patrol", [], [], 1, NeedScope.Any)])],
        [], ForeignSeconds: 0, Retired: false);

    /// <summary>Ready to match.</summary>
    public static RunCard Card { get; } = RunCard.Of(Id, Plan, 0);
}
