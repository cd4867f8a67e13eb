using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Stations;
using Tocsin.StreamKinds;

namespace Tocsin.Retiring;

/// <summary>
/// The use cases of a retirement: commands to a station that move incidents. They stand apart, as they need the rules of both.
/// </summary>
internal static class RetirementCases
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<UseCase> All { get; } =
    [
        // The grain makes steps of the command; a station without open incidents is retired in one.
        UseCase.Of<RetireStation>(
            (own, command, states, context) => Decide(own, new Retirement(command, [], Last: true), states, context),
            (own, command, states) => HandingOver.Streams(own, new Retirement(command, [], Last: true), states)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
        UseCase.Of<RegisterBody>(
            (own, command, states, context) => Decide(own, Whole(command), states, context),
            (own, command, states) => HandingOver.Streams(own, Whole(command), states)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
        UseCase.Of<Retirement>(Decide, HandingOver.Streams) with
        {
            MayComeFirst = true,
            Creates = true,
        },
    ];

    private static Retirement Whole(RegisterBody command) => new(command.Station, [], Last: true) { Body = command };

    private static Decision Decide(StreamId own, Retirement command, StateSet states, DecisionContext context) =>
        HandingOver.Decide((StationState)states.All[own], command, states, context).Complete(states, context);
}
