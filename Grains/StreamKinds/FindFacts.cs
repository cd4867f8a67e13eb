using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.StreamKinds;

/// <summary>
/// Completes a context with the facts that a command needs beside the states. Called once a command, with the states of its first try,
/// unless the case says otherwise (<see cref="UseCase.FactsOfEachTry"/>).
/// </summary>
/// <param name="facts">The services of the silo.</param>
/// <param name="own">The stream that the command is sent to.</param>
/// <param name="command">The command.</param>
/// <param name="states">The states of the streams that it names.</param>
/// <param name="context">The context that every command has.</param>
internal delegate ValueTask<DecisionContext> FindFacts<in TCommand>(
    IFacts facts, StreamId own, TCommand command, StateSet states, DecisionContext context);
