namespace Tocsin.SignIn;

/// <summary>The rows of the contract's table "Who may do what".</summary>
public enum Deed
{
    /// <summary>PUT /units, /stations, settings</summary>
    Register,

    /// <summary>POST /units/{id}/duty</summary>
    SetDuty,

    /// <summary>GET /units, /units/{id}, /stations, settings</summary>
    ReadUnits,

    /// <summary>GET /units/{id}/trail, its messages</summary>
    ReadUnitTrail,

    /// <summary>POST /positions</summary>
    ReportPositions,

    /// <summary>POST /calls, answering, ending</summary>
    ReceiveCalls,

    /// <summary>PATCH /calls, disposition</summary>
    ChangeCalls,

    /// <summary>GET /calls, /calls/{id}, its trail</summary>
    ReadCalls,

    /// <summary>POST /incidents</summary>
    CreateIncidents,

    /// <summary>GET /incidents, /incidents/{id}, its messages</summary>
    ReadIncidents,

    /// <summary>GET /incidents/{id}/trail</summary>
    ReadIncidentTrail,

    /// <summary>PATCH, links</summary>
    ChangeIncidents,

    /// <summary>notes</summary>
    AddNotes,

    /// <summary>recommendations</summary>
    Recommend,

    /// <summary>assignments, diversions, cancelled</summary>
    Assign,

    /// <summary>acknowledged, enRoute, onScene, cleared</summary>
    ReportProgress,

    /// <summary>declined</summary>
    Decline,

    /// <summary>feedback</summary>
    GiveFeedback,

    /// <summary>closure, reopening</summary>
    Close,

    /// <summary>corrections</summary>
    Correct,

    /// <summary>trails of settings</summary>
    ReadSettingTrail,

    /// <summary>urging, supervision</summary>
    Supervise,

    /// <summary>escalations taken; a dispatcher and a station at the level of the station only</summary>
    TakeEscalations,

    /// <summary>GET /overdue</summary>
    ReadOverdue,

    /// <summary>POST /units/{id}/messages, reading</summary>
    MessageUnits,

    /// <summary>POST /incidents/{id}/messages, reading</summary>
    MessageIncidents,

    /// <summary>POST /units/{id}/panic</summary>
    RaisePanic,

    /// <summary>GET /reports/*</summary>
    ReadReports,

    /// <summary>GET /board, /feed; POST /presence</summary>
    ReadBoard,
}
