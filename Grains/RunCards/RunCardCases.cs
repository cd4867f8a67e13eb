using Tocsin.StreamKinds;

namespace Tocsin.RunCards;

/// <summary>The use cases of a run card.</summary>
internal static class RunCardCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(RunCardCommand),
    [
        UseCase.Of<SetRunCard>(
            (own, command, states, context) => RunCardRules.Set((RunCardState)states.All[own], command.Plan, context)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
    ]);
}
