using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.StreamKinds;

/// <summary>
/// All that the shell must know of one type of command. Each feature states the cases of its commands in a table of its own; the shell asks
/// the case and never the command.
/// </summary>
internal sealed record UseCase
{
    /// <summary>The type of the command.</summary>
    public required Type Command { get; init; }

    /// <summary>What becomes of the command, by its own stream and the states of the streams that it names.</summary>
    public required Func<StreamId, object, StateSet, DecisionContext, Decision> Decide { get; init; }

    /// <summary>
    /// The streams that the command touches or relies on, its own among them, as far as the states known so far show them; null: its own
    /// alone.
    /// </summary>
    public Func<StreamId, object, StateSet, IReadOnlyList<StreamId>>? Streams { get; init; }

    /// <summary>Finds the facts that the command needs beside the states; null: it needs none.</summary>
    public FindFacts<object>? Facts { get; init; }

    /// <summary>Takes facts back that turned out to be used already (a number that another append holds); null: no fact can be.</summary>
    public Action<IFacts, DecisionContext>? Discard { get; init; }

    /// <summary>
    /// The refusal of a command whose name another stream holds (<c>IStreamState.Claims</c>), by the command; null: the answer is
    /// <c>conflict</c>. Stated by each command that may take a name.
    /// </summary>
    public Func<object, Refusal>? Claimed { get; init; }

    /// <summary>
    /// Whether the command may be the first of its own stream: a version in <c>If-Match</c> then never fits one that does not exist.
    /// </summary>
    public bool MayComeFirst { get; init; }

    /// <summary>Whether the answer is 201 when the first event of the decision is the first of its stream.</summary>
    public bool Creates { get; init; }

    /// <summary>Whether the command writes only where it creates: the repeat of one without a key is then a 201 too.</summary>
    public bool OnlyCreates { get; init; }

    /// <summary>The second stream that the answer shows; null: it shows one.</summary>
    public Func<object, StreamId>? Beside { get; init; }

    /// <summary>The form of the answer.</summary>
    public AnswerForm Answer { get; init; } = AnswerForms.Plain;

    /// <summary>
    /// For a command whose answer shows another stream than its own: which one, and whether the command created it, by the last event that
    /// the command wrote on its own stream. Null: a repeat shows the command's own stream.
    /// </summary>
    public Func<object, (StreamId Stream, bool Created)>? Repeat { get; init; }

    /// <summary>
    /// What the answer to a repeat without a key says beyond the thing (<see cref="Decision.Extra"/>), by the last event that the command
    /// wrote on its own stream; null: nothing. With a key it is kept with the command.
    /// </summary>
    public Func<object, string?>? RepeatedExtra { get; init; }

    /// <summary>
    /// Whether the facts belong to the very states that are decided on: they are found for each try, after its states are known. Otherwise
    /// they are found once a command.
    /// </summary>
    public bool FactsOfEachTry { get; init; }

    /// <summary>The case of a command.</summary>
    /// <param name="decide">See <see cref="Decide"/>.</param>
    /// <param name="streams">See <see cref="Streams"/>.</param>
    /// <param name="facts">See <see cref="Facts"/>.</param>
    public static UseCase Of<TCommand>(
        Func<StreamId, TCommand, StateSet, DecisionContext, Decision> decide,
        Func<StreamId, TCommand, StateSet, IReadOnlyList<StreamId>>? streams = null,
        FindFacts<TCommand>? facts = null)
        where TCommand : class => new()
        {
            Command = typeof(TCommand),
            Decide = (own, command, states, context) => decide(own, (TCommand)command, states, context),
            Streams = streams is null ? null : (own, command, states) => streams(own, (TCommand)command, states),
            Facts = facts is null ? null : (silo, own, command, states, context) => facts(silo, own, (TCommand)command, states, context),
        };
}
