namespace Tocsin.SignIn;

/// <summary>
/// What a caller may be allowed to do: the rows of the contract's table "Who may do what". <see cref="Permissions"/> has the table.
/// </summary>
public enum Permission
{
    /// <summary>PUT units, stations and settings.</summary>
    Register,

    /// <summary>Block subjects, and let them in again.</summary>
    BlockSubjects,

    /// <summary>Ask that something of a call or incident be erased.</summary>
    Erase,

    /// <summary>Approve an erasure that somebody else asked for.</summary>
    ApproveErasure,

    /// <summary>Put a unit on or off duty, in or out of service.</summary>
    SetDuty,

    /// <summary>GET units, stations and settings.</summary>
    ReadUnits,

    /// <summary>GET the trail, the track and the messages of a unit.</summary>
    ReadUnitTrail,

    /// <summary>POST positions.</summary>
    ReportPositions,

    /// <summary>POST calls, their answering and ending.</summary>
    ReceiveCalls,

    /// <summary>PATCH calls and dispose of them.</summary>
    ChangeCalls,

    /// <summary>List and search calls; look for duplicates.</summary>
    ReadCalls,

    /// <summary>GET one call and its trail.</summary>
    ReadCall,

    /// <summary>POST incidents.</summary>
    CreateIncidents,

    /// <summary>GET incidents and their messages.</summary>
    ReadIncidents,

    /// <summary>GET the trail of an incident.</summary>
    ReadIncidentTrail,

    /// <summary>PATCH incidents, add and remove links.</summary>
    ChangeIncidents,

    /// <summary>Assess incidents.</summary>
    Assess,

    /// <summary>Open operations, and change their bodies.</summary>
    Operate,

    /// <summary>Close operations.</summary>
    CloseOperations,

    /// <summary>POST notes.</summary>
    AddNotes,

    /// <summary>GET recommendations and response plans.</summary>
    Recommend,

    /// <summary>Receive a neighbour's unit.</summary>
    ReceiveVisitors,

    /// <summary>Assign and divert units, cancel assignments.</summary>
    Assign,

    /// <summary>Report the stages acknowledged, enRoute, onScene and cleared.</summary>
    ReportProgress,

    /// <summary>Report the stage declined.</summary>
    Decline,

    /// <summary>POST feedback.</summary>
    GiveFeedback,

    /// <summary>POST feedback of no unit: of a station for itself, of the centre for itself.</summary>
    GiveOwnFeedback,

    /// <summary>Close and reopen incidents.</summary>
    Close,

    /// <summary>Close incidents with an outcome that is not listed, or without what it needs.</summary>
    OverrideClosing,

    /// <summary>Correct stage times.</summary>
    Correct,

    /// <summary>GET the trails of settings.</summary>
    ReadSettingTrail,

    /// <summary>Urge, and take over supervision.</summary>
    Supervise,

    /// <summary>Take escalations; a dispatcher and a station at the level of the station only.</summary>
    TakeEscalations,

    /// <summary>GET what is overdue.</summary>
    ReadOverdue,

    /// <summary>POST messages of units, and report them as read.</summary>
    MessageUnits,

    /// <summary>POST messages of incidents, and report them as read.</summary>
    MessageIncidents,

    /// <summary>Report distress.</summary>
    RaisePanic,

    /// <summary>Acknowledge distress.</summary>
    AcknowledgeDistress,

    /// <summary>GET reports.</summary>
    ReadReports,

    /// <summary>GET the board and the feed; report presence.</summary>
    ReadBoard,

    /// <summary>Issue directives of a kind without a behaviour of its own.</summary>
    IssueDirectives,

    /// <summary>Issue directives of the kinds handle, lookOut, supervise, rectify, complete, followUp and transfer.</summary>
    IssueFollowUps,

    /// <summary>Conclude and withdraw directives, and give reports on them back.</summary>
    ManageDirectives,

    /// <summary>Sign for directives, refuse them, and report on them.</summary>
    AnswerDirectives,

    /// <summary>Send a station's units on a directive of the kind handle.</summary>
    SendOnDirectives,

    /// <summary>GET directives and their trails.</summary>
    ReadDirectives,

    /// <summary>Add and change parties of incidents; add evidence to incidents and directives.</summary>
    KeepRecord,

    /// <summary>Verify evidence.</summary>
    VerifyEvidence,

    /// <summary>GET who looked at what.</summary>
    ReadAccess,

    /// <summary>POST call-backs and reviews.</summary>
    CheckQuality,

    /// <summary>GET whom to call back, and what to review.</summary>
    ReadQuality,
}
