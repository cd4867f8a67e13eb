namespace Tocsin.Tests.GatewayTests.Whole.Matrix;

/// <summary>A rule for each operation of the document. An operation without one fails <see cref="RightsTests"/>.</summary>
internal static class OperationRules
{
    private const string Units = "GET /units, /units/{id}, /stations, settings";
    private const string Register = "PUT /units, /stations, settings";
    private const string Incidents = "GET /incidents, /incidents/{id}";
    private const string Calls = "GET /calls";
    private const string OneCall = "GET /calls/{id}, its trail";
    private const string Assign = "assignments, diversions, cancelled";
    private const string UnitTrail = "GET /units/{id}/trail";
    private const string Directives = "GET /directives, its trail";
    private const string Blocked = "settings/blocked-subjects";
    private const string SettingTrails = "trails of settings";
    private const string Receive = "POST /calls, answering, ending";
    private const string Incident = "/incidents/3f0a7c1e5d9b4286a1c07e64f2b85d93";
    private const string Call = "/calls/9c41e07b2fd84a56b3e8170d5a6fc294";
    private const string Record = "parties, evidence";
    private const string Somebody = """{"kind": "person", "role": "missing"}""";
    private const string Photo =
        """{"kind": "photo", "uri": "nas://1", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""";

    private const string Passed = """{"score": 100, "verdict": "passed"}""";
    private const string Directive = "/directives/5d1e90a7c3b84f26a8e07c52d96b13f4";

    /// <summary>The rules, by the operation's id.</summary>
    public static IReadOnlyDictionary<string, OperationRule> All { get; } = new Dictionary<string, OperationRule>
    {
        ["createIncident"] = Named("POST /incidents") with
        {
            // A station knows no calls.
            Body = """{"category": "theft", "priority": 2, "station": "S1", "location": {"lat": 36.53, "lon": 113.05}}""",
        },
        ["listIncidents"] = Listed(Incidents),
        ["changeIncident"] = Named("PATCH, links"),
        ["getIncident"] = Named(Incidents),
        ["assessIncident"] = Named("assessment, operation") with { Body = """{"priority": 1, "owner": "S1"}""" },
        ["openOperation"] = Named("assessment, operation") with { Body = """{"purpose": "stop the payment", "bodies": ["S1"]}""" },
        ["changeOperation"] = Named("assessment, operation") with
        {
            Body = """{"add": ["S1"]}""",
            Before = [(Incident + "/operation", """{"purpose": "stop the payment"}""")],
        },
        ["closeOperation"] = Named("closure of an operation") with
        {
            Body = """{"outcome": "supported"}""",
            Before = [(Incident + "/operation", """{"purpose": "stop the payment"}""")],
        },
        ["addNote"] = Named("notes"),
        ["listIncidentNotes"] = Named(Incidents),
        ["getIncidentTimeline"] = Named(Incidents),
        ["addParty"] = Named(Record) with { Body = Somebody },
        ["changeParty"] = Named(Record) with
        {
            Body = """{"state": "found"}""",
            Before = [(Incident + "/parties", Somebody)],
        },
        ["addIncidentEvidence"] = Named(Record),
        ["listIncidentEvidence"] = Named(Incidents),
        ["verifyIncidentEvidence"] = Common("verification") with { Before = [(Incident + "/evidence", Photo)] },
        ["addCallEvidence"] = Common("PATCH /calls, disposition"),
        ["listCallEvidence"] = Common(Calls),
        ["verifyCallEvidence"] = Common("verification") with { Before = [(Call + "/evidence", Photo)] },
        ["addDirectiveEvidence"] = Named(Record),
        ["listDirectiveEvidence"] = Named(Directives),
        ["verifyDirectiveEvidence"] = Common("verification") with { Before = [(Directive + "/evidence", Photo)] },
        ["assignUnits"] = Named(Assign) with { Body = """{"unitIds": ["P11"]}""" },
        ["reportProgress"] = Named("acknowledged, enRoute, onScene, cleared"),
        ["divertUnit"] = Named(Assign),
        ["giveFeedback"] = Named("feedback"),
        ["correctStage"] = Named("corrections") with
        {
            Body = """{"unitId": "P07", "stage": "enRoute", "occurredAt": null, "reason": "pressed too early"}""",
            Before = [(Incident + "/assignments/P07/progress", """{"stage": "enRoute"}""")],
        },
        ["closeIncident"] = Named("closure, reopening") with { Body = """{"disposition": "settled"}""" },
        ["reopenIncident"] = Named("closure, reopening") with { Before = [(Incident + "/closure", """{"disposition": "settled"}""")] },
        ["makeCallBack"] = Common("call-backs, reviews") with { Before = [(Incident + "/closure", """{"disposition": "settled"}""")] },
        ["reviewIncident"] = Common("call-backs, reviews") with { Body = Passed },
        ["reviewCall"] = Common("call-backs, reviews") with { Body = Passed },
        ["getReviewSample"] = Common("GET /call-backs, /reviews/sample") with { Query = "day=2026-01-31" },
        ["listDueCallBacks"] = Common("GET /call-backs, /reviews/sample"),
        ["addLink"] = Named("PATCH, links"),
        ["removeLink"] = Named("PATCH, links") with
        {
            Before = [(Incident + "/links", """{"incidentId": "b86d12f40a9e4c73915e2d7f60c3a8b1", "relation": "relatedTo"}""")],
            IsGoneThen = true,
        },
        ["getIncidentTrail"] = Named("GET /incidents/{id}/trail"),
        ["urgeIncident"] = Named("urging, supervision"),
        ["takeSupervision"] = Named("urging, supervision"),
        ["takeEscalation"] = Named("escalations") with { NeedsTime = true },
        ["acknowledgeDistress"] = Named("acknowledgement of a distress") with { NeedsTime = true },
        ["getRecommendations"] = Named("recommendations"),
        ["getResponsePlan"] = Named("recommendations"),
        ["commitResponsePlan"] = Named(Assign) with { Body = """{"unitIds": ["P11"]}""" },
        ["getTravelModel"] = Common(Units),
        ["findDuplicates"] = Common(Calls) with { Query = "lat=36.5&lon=113" },
        ["setRunCard"] = Common(Register),
        ["getRunCard"] = Common(Units),
        ["listRunCards"] = Common(Units),
        ["getRunCardTrail"] = Common(SettingTrails),
        ["receiveCall"] = Common(Receive),
        ["listCalls"] = Common(Calls),
        ["answerCall"] = Common(Receive),
        ["handCall"] = Common("PATCH /calls, disposition") with { Before = [(Call + "/answering", "{}")] },
        ["endCall"] = Common(Receive),
        ["changeCall"] = Common("PATCH /calls, disposition"),
        ["getCall"] = Common(OneCall),
        ["disposeCall"] = Common("PATCH /calls, disposition"),
        ["getCallTrail"] = Common(OneCall),
        ["findCalls"] = Common(Calls),
        ["issueDirectives"] = Common("directives: words without behaviour"),
        ["listDirectives"] = Listed(Directives),
        ["signDirective"] = Named("signing, refusal, reports"),
        // The world's directives are no handles: nobody gets further than that.
        ["sendOnDirective"] = Named("sending") with { NeedsTime = true },
        ["reportOnDirective"] = Named("signing, refusal, reports"),
        ["concludeDirective"] = Named("withdrawal, return, conclusion") with
        {
            Before = [(Directive + "/reports", """{"outcome": "verified", "final": true}""")],
        },
        ["refuseDirective"] = Named("signing, refusal, reports"),
        ["returnDirective"] = Named("withdrawal, return, conclusion") with
        {
            Before = [(Directive + "/reports", """{"outcome": "verified", "final": true}""")],
        },
        ["urgeDirective"] = Named("urging, supervision"),
        ["takeDirectiveEscalation"] = Named("escalations") with { NeedsTime = true },
        ["withdrawDirectives"] = Named("withdrawal, return, conclusion"),
        ["withdrawDirective"] = Named("withdrawal, return, conclusion"),
        ["getDirective"] = Named(Directives),
        ["getDirectiveTrail"] = Named(Directives),
        ["registerUnit"] = Named(Register),
        ["getUnit"] = Common(Units),
        ["setDuty"] = Named("POST /units/{id}/duty") with { Body = """{"onDuty": true, "crew": ["Li Na"]}""" },
        ["receiveVisitor"] = Common("POST /units/visiting"),
        ["listUnits"] = Common(Units),
        ["listSharedCallSigns"] = Common(Register),
        ["getUnitTrail"] = Named(UnitTrail),
        ["getUnitTrack"] = Named(UnitTrail),
        ["raisePanic"] = Named("POST /units/{id}/panic"),
        ["messageUnit"] = Named("POST /units/{id}/messages, reading"),
        ["listUnitMessages"] = Named(UnitTrail),
        ["readUnitMessage"] = Named("POST /units/{id}/messages, reading") with { NotTo = "station" },
        ["messageIncident"] = Named("POST /incidents/{id}/messages, reading"),
        ["listIncidentMessages"] = Named(Incidents),
        ["readIncidentMessage"] = Named("POST /incidents/{id}/messages, reading"),
        ["registerStation"] = Common(Register) with { Body = """{"name": "South"}""" },
        ["listStations"] = Common(Units),
        ["reportPositions"] = new OperationRule("POST /positions", Ownership.Rows),
        ["getBoard"] = Listed("GET /board, /feed"),
        ["followFeed"] = new OperationRule("GET /board, /feed", Ownership.Stream),
        ["reportPresence"] = Named("GET /board, /feed"),
        ["getResponseTimes"] = Common("GET /reports/*"),
        ["listReportedIntervals"] = Common("GET /reports/*"),
        ["getSummary"] = Common("GET /reports/*"),
        ["listOverdue"] = Common("GET /overdue"),
        ["setTimingPolicy"] = Common(Register),
        ["getTimingPolicy"] = Common(Units),
        ["listTimingPolicies"] = Common(Units),
        ["getTimingPolicyTrail"] = Common(SettingTrails),
        ["chooseTimingPolicy"] = Common(Register) with { Body = """{"name": null}""" },
        ["getChosenTimingPolicy"] = Common(Units),
        ["getChosenTimingPolicyTrail"] = Common(SettingTrails) with { Before = [] },
        ["setClosing"] = Common(Register) with { Body = """{"outcomes": [], "results": []}""" },
        ["getClosing"] = Common(Units),
        ["getClosingTrail"] = Common(SettingTrails),
        ["setCallBacks"] = Common(Register) with { Body = "{}" },
        ["getCallBacks"] = Common(Units),
        ["getCallBacksTrail"] = Common(SettingTrails),
        // What is worked on is not erased.
        ["askCallErasure"] = Common("erasure") with { NeedsTime = true },
        ["askIncidentErasure"] = Common("erasure") with { NeedsTime = true },
        ["approveCallErasure"] = Common("approval of an erasure") with { NeedsTime = true },
        ["approveIncidentErasure"] = Common("approval of an erasure") with { NeedsTime = true },
        ["listAccess"] = Common("GET /access"),
        ["blockSubject"] = Common(Blocked) with { Body = """{"subject": "LC-V21", "reason": "a lost phone"}""" },
        ["getBlockedSubjects"] = Common(Blocked),
        ["unblockSubject"] = Common(Blocked) with { IsGoneThen = true },
        ["getBlockedSubjectsTrail"] = Common(SettingTrails),
        ["createDevToken"] = new OperationRule("", Ownership.Open),
        ["getConsoleSettings"] = new OperationRule("", Ownership.Open),
    };

    private static OperationRule Named(string row) => new(row, Ownership.Named);

    private static OperationRule Listed(string row) => new(row, Ownership.Listed);

    private static OperationRule Common(string row) => new(row, Ownership.Common);
}
