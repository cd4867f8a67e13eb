using Tocsin.StreamKinds;

namespace Tocsin.RunCards;

/// <summary>The use cases of a run card.</summary>
internal static class RunCardCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(RunCardCommand),
    [
        UseCase.Of<SetRunCard>(
            (own, command, world, context) => RunCardRules.Set((RunCardState)world.States[own], command.Plan, context)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
    ]);
}
