using Microsoft.Extensions.Options;
using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Reading;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.StreamKinds;

namespace Tocsin.Incidents;

/// <summary>The use cases of an incident. Each rule is a file of its own in <c>Rules</c>; all of them are pure.</summary>
internal static class IncidentCases
{
    /// <summary>The table.</summary>
    /// <param name="others">The cases of commands to an incident whose rules need another feature's.</param>
    public static UseCases Table(params IEnumerable<UseCase> others) => new(typeof(IncidentCommand),
    [
        Create<CreateIncident>(c => c),
        Create<CreateReferencedIncident>(c => c.Command),
        Change<ChangeIncident>(c => c),
        Change<ChangeReferencedIncident>(c => c.Command),
        Change<ChangeIncidentWithStation>(c => c.Command),
        Of<AssessIncident>(Assessing.Decide, IncidentStreams.Assess),
        Of<AddNote>((state, c, _, context) => Decision.Do(new DecidedEvent(state.Stream, new NoteAdded(c.Text), context.Now))),
        Of<AssignUnits>(Assigning.Decide, IncidentStreams.Assign),
        Of<CommitPlan>(Committing.Decide, IncidentStreams.Commit) with { Answer = AnswerForms.Under("incident") },
        Of<ReportProgress>((state, c, _, context) => Progressing.Decide(state, c, null, context), IncidentStreams.Report),
        Of<DivertUnit>(Diverting.Decide, IncidentStreams.Divert) with
        {
            Beside = command => ((DivertUnit)command).ToIncidentId.Stream,
            Answer = AnswerForms.Pair("from", "to"),
        },
        Of<GiveFeedback>(
            (state, c, _, context) => FeedbackGiving.Decide(state, c, null, context), IncidentStreams.GiveFeedback, FactsOfResultsAsync),
        Of<GiveOwnFeedback>((state, c, _, context) => OwnFeedbackGiving.Decide(state, c, context), facts: FactsOfResultsAsync),
        Of<CorrectStage>((state, c, _, context) => Correcting.Decide(state, c, null, context), IncidentStreams.Correct),
        Of<ForAssignment>(
            (state, c, _, context) => Naming.Decide(state, c, context), IncidentStreams.ForAssignment, FactsOfResultsAsync),
        Close<CloseIncident>(c => c),
        Close<OverrideClosing>(c => c.Command),
        Of<ReopenIncident>(
            (state, c, _, context) => Reopening.Decide(state, c, context).Relying(context.Fact<Jurisdiction>()),
            facts: FactsOfReopeningAsync),
        Of<AddLink>(Linking.Decide, IncidentStreams.Link),
        Of<RemoveLink>((state, c, _, context) => Unlinking.Decide(state, c, context), IncidentStreams.Unlink),
        Of<MessageIncident>((state, c, _, context) => IncidentMessaging.Decide(state, c, context)),
        Of<ReadIncidentMessage>((state, c, _, context) => IncidentMessaging.Decide(state, c, context)),
        Of<Urge>((state, c, _, context) => Urging.Decide(state, c, context)),
        Of<TakeSupervision>((state, c, _, context) => Supervising.Decide(state, c, context)),
        Of<TakeEscalation>((state, c, _, context) => Supervising.Decide(state, c, context)),
        Of<AcknowledgeDistress>((state, c, _, context) => DistressAcknowledging.Decide(state, c, context)),
        Of<AddParty>((state, c, _, context) => PartyAdding.Decide(state, c, context)) with { RepeatedExtra = PartyAdding.Extra },
        Of<ChangeParty>((state, c, _, context) => PartyChanging.Decide(state, c, context), facts: FactsOfPartyAsync) with
        {
            FactsOfEachTry = true,
            RepeatedExtra = PartyAdding.Extra,
        },
        Of<AddIncidentEvidence>((state, c, _, context) => EvidenceRule.Add(state, c, context, (n, item) => new EvidenceAdded(n, item))) with
        {
            RepeatedExtra = EvidenceRule.Extra,
        },
        Of<VerifyIncidentEvidence>((state, c, _, context) =>
            EvidenceRule.Verify(state, c, context, (n, sha256, same) => new EvidenceVerified(n, sha256, same))) with
        {
            Answer = AnswerForms.Alone,
            RepeatedExtra = EvidenceRule.Extra,
        },
        Of<AskIncidentErasure>((state, c, _, context) => IncidentErasing.Ask(state, c, context)) with { Answer = AnswerForms.Asked },
        Of<ApproveIncidentErasure>(
            (state, _, states, context) => IncidentErasing.Approve(state, states, context), IncidentStreams.ApproveErasure),
        Of<EraseIncidentByAge>((state, c, _, context) => IncidentErasing.ByAge(state, c, context)),
        UseCase.Of<GiveUnattendedLimits>((own, c, states, context) => UnattendedLimiting.Decide(State(own, states), c, context)),
        UseCase.Of<FireClocks>((own, _, states, context) => ClockFirings.Decide(State(own, states), context)),
        .. others,
    ]);

    private static IncidentState State(StreamId own, StateSet states) => (IncidentState)states.All[own];

    /// <summary>The case of a command for an incident that exists: the entry's rule comes before its own.</summary>
    public static UseCase Of<TCommand>(
        Func<IncidentState, TCommand, StateSet, DecisionContext, Decision> rule,
        Func<StreamId, TCommand, StateSet, IReadOnlyList<StreamId>>? streams = null,
        FindFacts<TCommand>? facts = null)
        where TCommand : IncidentCommand => UseCase.Of(
            (own, command, states, context) =>
            {
                var state = State(own, states);
                var decision = IncidentEntry.Check(state, command, states, context) is { } refusal
                    ? Decision.Refuse(refusal)
                    : rule(state, command, states, context);
                return decision.Complete(states, context);
            },
            streams,
            facts);

    private static UseCase Create<TCommand>(Func<TCommand, CreateIncident> content)
        where TCommand : IncidentCommand => UseCase.Of<TCommand>(
            (own, command, states, context) => Creating.Decide(State(own, states), content(command), states, context)
                .Relying(context.Fact<Jurisdiction>())
                .Complete(states, context),
            (own, command, states) => IncidentStreams.Create(own, content(command), states),
            (facts, own, command, states, context) => FactsOfCreationAsync(facts, own, content(command), states, context)) with
        {
            MayComeFirst = true,
            Creates = true,
            OnlyCreates = true,
            Discard = (silo, facts) => silo.Service<IncidentNumbers>().Discard(facts.Number),
        };

    private static UseCase Change<TCommand>(Func<TCommand, ChangeIncident> content)
        where TCommand : IncidentCommand => Of<TCommand>(
            (state, command, states, context) =>
                Changing.Decide(state, content(command), states, context).Relying(context.Fact<Jurisdiction>()),
            (own, command, _) => IncidentStreams.Change(own, content(command)),
            facts: (facts, own, command, _, context) => FactsOfChangeAsync(facts, content(command), context));

    private static UseCase Close<TCommand>(Func<TCommand, CloseIncident> content)
        where TCommand : IncidentCommand => Of<TCommand>(
            (state, command, states, context) => Closing.Decide(state, content(command), states, context),
            (own, command, states) => IncidentStreams.Close(own, states),
            FactsOfClosingAsync);

    private static async ValueTask<DecisionContext> FactsOfClosingAsync<TCommand>(
        IFacts facts, StreamId own, TCommand command, StateSet states, DecisionContext context) =>
        context.With(await facts.Service<ClosingCatalogue>().FindAsync());

    // Only results are measured by what is set; most reports have none.
    private static ValueTask<DecisionContext> FactsOfResultsAsync<TCommand>(
        IFacts facts, StreamId own, TCommand command, StateSet states, DecisionContext context)
        where TCommand : IncidentCommand => HasResults(command)
            ? FactsOfClosingAsync(facts, own, command, states, context)
            : ValueTask.FromResult(context);

    private static bool HasResults(IncidentCommand command) => command switch
    {
        GiveFeedback c => c.Results.Count > 0,
        GiveOwnFeedback c => c.Results.Count > 0,
        ForAssignment c => HasResults(c.Command),
        _ => false,
    };

    private static async ValueTask<DecisionContext> FactsOfCreationAsync(
        IFacts facts, StreamId own, CreateIncident command, StateSet states, DecisionContext context)
    {
        var creates = states.All[own].Version == 0;

        var found = context with
        {
            Number = creates ? await facts.Service<IncidentNumbers>().NextAsync() : "",
            Timing = creates ? await facts.Service<PolicyCatalogue>().ChosenAsync() : null,
            Unattended = creates ? facts.Service<IOptions<DispatchOptions>>().Value.Unattended : null,
        };
        var station = Creating.StationOf(command, context.Actor);
        return found.With(await facts.Service<StationCatalogue>().FindAsync(command.Location?.Point, station));
    }

    private static async ValueTask<DecisionContext> FactsOfChangeAsync(IFacts facts, ChangeIncident command, DecisionContext context) =>
        command.Location is { IsSet: true } place
            ? context.With(await facts.Service<StationCatalogue>().FindAsync(place.Value?.Point, null))
            : context;

    // Read behind the state: it is never older than what is decided on, and where it is newer, the append conflicts.
    private static async ValueTask<DecisionContext> FactsOfPartyAsync(
        IFacts facts, StreamId own, ChangeParty command, StateSet states, DecisionContext context)
    {
        var row = PartyRows.Of(IncidentId.Of(own.Id), command.N);
        var found = await facts.Service<PersonalData>().OfAsync([row]);
        return found.TryGetValue(row, out var value) ? context.With(PartyRows.Read(value)) : context;
    }

    private static async ValueTask<DecisionContext> FactsOfReopeningAsync(
        IFacts facts, StreamId own, ReopenIncident command, StateSet states, DecisionContext context) =>
        State(own, states) is { Station: { } station, Location: var place }
            ? context.With(await facts.Service<StationCatalogue>().FindHeirAsync(station, place?.Point))
            : context;
}
