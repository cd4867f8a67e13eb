using Tocsin.StreamKinds;

namespace Tocsin.Stations;

/// <summary>The use cases of a station.</summary>
internal static class StationCases
{
    /// <summary>The table.</summary>
    /// <param name="others">The cases of commands to a station whose rules need other features.</param>
    public static UseCases Table(params IEnumerable<UseCase> others) => new(typeof(StationCommand),
    [
        UseCase.Of<RegisterStation>(
            (own, command, states, context) => StationRules.Register((StationState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
        .. others,
    ]);
}
