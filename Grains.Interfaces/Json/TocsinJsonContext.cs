using System.Text.Json.Serialization;
using Tocsin.Access;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Duplicates;
using Tocsin.Incidents;
using Tocsin.Live;
using Tocsin.Messages;
using Tocsin.Overdue;
using Tocsin.Policies;
using Tocsin.Positions;
using Tocsin.Recommending;
using Tocsin.Reports;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Json;

/// <summary>The generated serializers of all views and events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(AccessItem))]
[JsonSerializable(typeof(IncidentView))]
[JsonSerializable(typeof(UnitView))]
[JsonSerializable(typeof(CallView))]
[JsonSerializable(typeof(StationView))]
[JsonSerializable(typeof(ResponseTimesReport))]
[JsonSerializable(typeof(ReportedIntervalView))]
[JsonSerializable(typeof(SummaryReport))]
[JsonSerializable(typeof(PolicyView))]
[JsonSerializable(typeof(ChoiceView))]
[JsonSerializable(typeof(OverdueList))]
[JsonSerializable(typeof(RunCardView))]
[JsonSerializable(typeof(RunCardSet))]
[JsonSerializable(typeof(ResponsePlanView))]
[JsonSerializable(typeof(PlanOutcome))]
[JsonSerializable(typeof(TravelModel))]
[JsonSerializable(typeof(IReadOnlyList<RecommendationView>))]
[JsonSerializable(typeof(IReadOnlyList<DuplicateView>))]
[JsonSerializable(typeof(BoardIncident))]
[JsonSerializable(typeof(MessageView))]
[JsonSerializable(typeof(PositionView))]
[JsonSerializable(typeof(UnitReporting))]
[JsonSerializable(typeof(TrackAnswer))]
[JsonSerializable(typeof(IReadOnlyList<UnitRefusal>))]
[JsonSerializable(typeof(Assigned))]
[JsonSerializable(typeof(BackInService))]
[JsonSerializable(typeof(CallAnswered))]
[JsonSerializable(typeof(CallChanged))]
[JsonSerializable(typeof(CallDisposed))]
[JsonSerializable(typeof(CallEnded))]
[JsonSerializable(typeof(CallBackMade))]
[JsonSerializable(typeof(CallJoined))]
[JsonSerializable(typeof(CallLeft))]
[JsonSerializable(typeof(CallReceived))]
[JsonSerializable(typeof(Tocsin.Calls.ClockOverdue), TypeInfoPropertyName = "CallClockOverdue")]
[JsonSerializable(typeof(Tocsin.Calls.ClockWarning), TypeInfoPropertyName = "CallClockWarning")]
[JsonSerializable(typeof(Tocsin.Calls.ClockWithdrawn), TypeInfoPropertyName = "CallClockWithdrawn")]
[JsonSerializable(typeof(Tocsin.Directives.ClockOverdue), TypeInfoPropertyName = "DirectiveClockOverdue")]
[JsonSerializable(typeof(Tocsin.Directives.ClockWarning), TypeInfoPropertyName = "DirectiveClockWarning")]
[JsonSerializable(typeof(Tocsin.Directives.ClockWithdrawn), TypeInfoPropertyName = "DirectiveClockWithdrawn")]
[JsonSerializable(typeof(ClockEscalated))]
[JsonSerializable(typeof(Tocsin.Incidents.ClockOverdue))]
[JsonSerializable(typeof(Tocsin.Incidents.ClockWarning))]
[JsonSerializable(typeof(Tocsin.Incidents.ClockWithdrawn))]
[JsonSerializable(typeof(EscalationTaken))]
[JsonSerializable(typeof(PolicyChosen))]
[JsonSerializable(typeof(PolicySet))]
[JsonSerializable(typeof(SupervisionTaken))]
[JsonSerializable(typeof(Urged))]
[JsonSerializable(typeof(DirectiveGroup))]
[JsonSerializable(typeof(DirectiveIssued))]
[JsonSerializable(typeof(DirectiveSigned))]
[JsonSerializable(typeof(DirectiveReported))]
[JsonSerializable(typeof(DirectiveConcluded))]
[JsonSerializable(typeof(DirectiveWithdrawn))]
[JsonSerializable(typeof(DutyEnded))]
[JsonSerializable(typeof(DutyStarted))]
[JsonSerializable(typeof(FeedbackGiven))]
[JsonSerializable(typeof(IncidentChanged))]
[JsonSerializable(typeof(IncidentClosed))]
[JsonSerializable(typeof(IncidentCreated))]
[JsonSerializable(typeof(IncidentReopened))]
[JsonSerializable(typeof(UnattendedLimitsGiven))]
[JsonSerializable(typeof(DistressAcknowledged))]
[JsonSerializable(typeof(LinkAdded))]
[JsonSerializable(typeof(LinkRemoved))]
[JsonSerializable(typeof(Tocsin.Incidents.MessageRead))]
[JsonSerializable(typeof(Tocsin.Incidents.MessageSent))]
[JsonSerializable(typeof(Tocsin.Units.MessageRead), TypeInfoPropertyName = "UnitMessageRead")]
[JsonSerializable(typeof(Tocsin.Units.MessageSent), TypeInfoPropertyName = "UnitMessageSent")]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(OutOfService))]
[JsonSerializable(typeof(PanicEnded))]
[JsonSerializable(typeof(PanicRaised))]
[JsonSerializable(typeof(PanicRepeated))]
[JsonSerializable(typeof(Progressed))]
[JsonSerializable(typeof(Released))]
[JsonSerializable(typeof(StageCorrected))]
[JsonSerializable(typeof(SharedCallSign))]
[JsonSerializable(typeof(StationChanged))]
[JsonSerializable(typeof(StationRegistered))]
[JsonSerializable(typeof(UnitAcknowledged))]
[JsonSerializable(typeof(UnitAssigned))]
[JsonSerializable(typeof(UnitCancelled))]
[JsonSerializable(typeof(UnitChanged))]
[JsonSerializable(typeof(UnitCleared))]
[JsonSerializable(typeof(UnitDeclined))]
[JsonSerializable(typeof(UnitDiverted))]
[JsonSerializable(typeof(UnitEnRoute))]
[JsonSerializable(typeof(UnitOnScene))]
[JsonSerializable(typeof(UnitRegistered))]
internal sealed partial class TocsinJsonContext : JsonSerializerContext;
