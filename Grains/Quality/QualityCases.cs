using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.StreamKinds;

namespace Tocsin.Quality;

/// <summary>
/// The use cases of call-backs: commands to an incident that may issue a directive. They stand apart, as they need the rules of both.
/// </summary>
internal static class QualityCases
{
    /// <summary>Those of commands to an incident.</summary>
    public static UseCase[] OfIncidents { get; } =
    [
        IncidentCases.Of<MakeCallBack>(CallBackMaking.Decide, CallBackMaking.Streams, FactsOfCallBackAsync) with { Claimed = Claimed },
    ];

    // One that refuses nothing and asks for nothing takes no number.
    private static async ValueTask<DecisionContext> FactsOfCallBackAsync(
        IFacts facts, StreamId own, MakeCallBack command, StateSet states, DecisionContext context) => CallBackMaking.IsTask(command)
            ? context with { Number = await DirectiveNumbers.TakeAsync(facts, 1) }
            : context;

    // The number of the directive: somebody has it only after a restore, and the next try takes another.
    private static Refusal Claimed(object command) => new(RefusalCode.Conflict, "The number is taken. Send it again.");
}
