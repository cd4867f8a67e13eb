namespace Tocsin.Versions;

/// <summary>
/// The kinds of events that commit 6c233d3 reads, the last one whose processes do not tell what they read. A frozen list: it never changes,
/// whatever kinds come
/// or go.
/// </summary>
internal static class BaselineKinds
{
    /// <summary>Each as the stream's word and the event's kind.</summary>
    public static readonly string[] All =
    [
        "incident/CallJoined",
        "incident/CallLeft",
        "incident/ClockEscalated",
        "incident/ClockOverdue",
        "incident/ClockWarning",
        "incident/ClockWithdrawn",
        "incident/EscalationTaken",
        "incident/FeedbackGiven",
        "incident/IncidentChanged",
        "incident/IncidentClosed",
        "incident/IncidentCreated",
        "incident/IncidentReopened",
        "incident/LinkAdded",
        "incident/LinkRemoved",
        "incident/MessageRead",
        "incident/MessageSent",
        "incident/NoteAdded",
        "incident/PanicRepeated",
        "incident/StageCorrected",
        "incident/SupervisionTaken",
        "incident/UnitAcknowledged",
        "incident/UnitAssigned",
        "incident/UnitCancelled",
        "incident/UnitCleared",
        "incident/UnitDeclined",
        "incident/UnitDiverted",
        "incident/UnitEnRoute",
        "incident/UnitOnScene",
        "incident/Urged",
        "unit/Assigned",
        "unit/BackInService",
        "unit/DutyEnded",
        "unit/DutyStarted",
        "unit/MessageRead",
        "unit/MessageSent",
        "unit/OutOfService",
        "unit/PanicEnded",
        "unit/PanicRaised",
        "unit/Progressed",
        "unit/Released",
        "unit/UnitChanged",
        "unit/UnitRegistered",
        "call/CallAnswered",
        "call/CallChanged",
        "call/CallDisposed",
        "call/CallEnded",
        "call/CallReceived",
        "call/ClockOverdue",
        "call/ClockWarning",
        "call/ClockWithdrawn",
        "station/StationChanged",
        "station/StationRegistered",
        "policy/PolicySet",
        "setting/PolicyChosen",
        "runCard/RunCardSet",
    ];
}
