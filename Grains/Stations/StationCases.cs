using Tocsin.StreamKinds;

namespace Tocsin.Stations;

/// <summary>The use cases of a station.</summary>
internal static class StationCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(StationCommand),
    [
        UseCase.Of<RegisterStation>(
            (own, command, states, context) => StationRules.Register((StationState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
    ]);
}
