using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Quality;
using Tocsin.Units;

namespace Tocsin.Tests.Rules.Properties;

/// <summary>What the contract says to a command that was just carried out and comes again without a key.</summary>
internal static class Repeats
{
    public static void Check(Step step, Decision done, Decision again)
    {
        // Who no longer has a part in it may be told so first.
        if (again.Refusal?.Code == RefusalCode.NotYours && step.Actor.Role is Roles.Unit or Roles.Station)
            return;
        var outcome = again.Refusal?.Code.ToString() ?? $"{again.Events.Count} events";
        Assert.True(Allowed(step.Command, done, again), $"{step.Command} came again: {outcome}");
    }

    private static bool Allowed(object command, Decision done, Decision again) => command switch
    {
        ForAssignment of => Allowed(of.Command, done, again),
        AddNote or GiveFeedback or GiveOwnFeedback or Urge or TakeSupervision or AssessIncident => again.Events.Count == 1,
        // Each counts, up to the most that there may be.
        AddParty or IAddEvidence => again.Events.Count == 1 || again.Refusal?.Code == RefusalCode.LimitReached,
        // The directive that came of it is there already.
        MakeCallBack { Satisfaction: Satisfaction.Dissatisfied } => IsNothing(again),
        MakeCallBack => again.Events.Count == 1 || again.Refusal?.Code == RefusalCode.LimitReached,
        IReview { Content.Verdict: ReviewVerdict.Returned } => IsNothing(again),
        IReview => again.Events.Count == 1 || again.Refusal?.Code == RefusalCode.LimitReached,
        IVerifyEvidence => again.Events.Count == 1,
        ChangeParty => IsNothing(again),
        RaisePanic => again.Refusal is null && again.Answers == done.Answers,
        AssignUnits or SendOnDirective => again.Refusal?.Code == RefusalCode.UnitBusy,
        ReportProgress { Stage: AssignmentStage.Declined or AssignmentStage.Cancelled } => again.Refusal?.Code == RefusalCode.WrongStage,
        // A stage that was reached stands; a late time that was filled in (it has no twin) is no longer empty.
        ReportProgress => done.Events.Any(h => h.Stream.Kind == StreamKind.Unit)
            ? IsNothing(again)
            : again.Refusal?.Code == RefusalCode.WrongStage,
        DivertUnit => again.Refusal?.Code == RefusalCode.WrongStage,
        CorrectStage { OccurredAt: null } => again.Refusal?.Code == RefusalCode.WrongStage,
        OpenOperation or CloseOperation => again.Refusal?.Code == RefusalCode.WrongStage,
        ChangeOperation => IsNothing(again),
        CloseIncident or OverrideClosing => again.Refusal?.Code == RefusalCode.IncidentClosed,
        ApproveIncidentErasure or ApproveCallErasure => again.Refusal?.Code == RefusalCode.WrongStage,
        AskIncidentErasure => IsNothing(again),
        ReopenIncident => again.Refusal?.Code == RefusalCode.WrongStage,
        RemoveLink => again.Refusal?.Code == RefusalCode.NotFound,
        MessageUnit or ReadUnitMessage or MessageIncident or ReadIncidentMessage => IsNothing(again),
        CreateIncident or CreateReferencedIncident or ChangeIncident or ChangeReferencedIncident
            or ChangeIncidentWithStation => IsNothing(again),
        CommitPlan or CorrectStage or AddLink or FireClocks or TakeEscalation => IsNothing(again),
        GiveUnattendedLimits or AcknowledgeDistress => IsNothing(again),
        RegisterUnit or RetireUnit or ReceiveVisitor or SetDuty or CallCommand => IsNothing(again),
        SignDirective => IsLate(done) ? again.Refusal?.Code == RefusalCode.WrongStage : IsNothing(again),
        // Each report counts, until one has concluded the directive.
        ReportOnDirective => done.Events.Any(h => h.Event is DirectiveConcluded)
            ? again.Refusal?.Code == RefusalCode.WrongStage
            : again.Events.Count(h => h.Event is DirectiveReported) == 1,
        WithdrawDirective or RefuseDirective or ReturnDirective => again.Refusal?.Code == RefusalCode.WrongStage,
        UrgeDirective => again.Events.Count == 1,
        DirectiveCommand => IsNothing(again),
        _ => false,
    };

    private static bool IsLate(Decision done) => done.Events.Any(h => h.Event is DirectiveSigned { Late: true });

    private static bool IsNothing(Decision again) => again is { Refusal: null, Events.Count: 0 };
}
