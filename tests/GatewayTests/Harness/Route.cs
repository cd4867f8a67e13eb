namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>A route of the contract with a body that is good.</summary>
/// <param name="Row">The row of the contract's table of roles that it stands in.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">Below the base path, with ids filled in.</param>
/// <param name="Body">A good body; empty: none.</param>
/// <param name="Template">The path as the OpenAPI document has it.</param>
public sealed partial record Route(string Row, string Method, string Path, string Body, string Template)
{
    private const string Erasure = """{"reason":"Asked by the caller.","fields":["narrative","place"]}""";

    /// <summary>All routes, typed out from the contract.</summary>
    public static readonly Route[] All =
    [
        .. RoutesOfClosing.All,
        .. RoutesOfOperations.All,
        .. QualityRoutes.All,
        new(
            "PUT /units, /stations, settings",
            "PUT",
            "/units/U1",
            """{"callSign":"Patrol 1","kind":"patrol","station":"S1","capabilities":["arrest"],"home":{"lat":36.5,"lon":113.0}"""
                + ""","retired":false}""",
            "/units/{id}"),
        new(
            "PUT /units, /stations, settings",
            "PUT",
            "/stations/S1",
            """{"name":"Guhan","location":{"lat":36.5,"lon":113.0},"areaClass":"city","area":"""
                + """{"type":"Polygon","coordinates":[[[113,36],[114,36],[114,37],[113,36]]]}}""",
            "/stations/{id}"),
        new(
            "POST /units/visiting",
            "POST",
            "/units/visiting",
            """{"id":"V1","callSign":"Visitor 1","kind":"patrol","agency":"Lucheng","capabilities":["arrest"],"position":"""
                + """{"lat":36.5,"lon":113.0,"at":"2026-01-02T03:04:05Z"}}""",
            "/units/visiting"),
        new("erasure", "POST", "/calls/c1/erasure", Erasure, "/calls/{id}/erasure"),
        new("erasure", "POST", "/incidents/i1/erasure", Erasure, "/incidents/{id}/erasure"),
        new("approval of an erasure", "POST", "/calls/c1/erasure/approval", "", "/calls/{id}/erasure/approval"),
        new("approval of an erasure", "POST", "/incidents/i1/erasure/approval", "", "/incidents/{id}/erasure/approval"),
        new(
            "POST /units/{id}/duty", "POST",
            "/units/U1/duty",
            """{"onDuty":true,"crew":["Li","Zhao"],"outOfService":null,"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/units/{id}/duty"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/units?status=available&station=S1&limit=10", "", "/units"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/units/U1", "", "/units/{id}"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/stations", "", "/stations"),
        new("GET /units/{id}/trail", "GET", "/units/U1/track?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z", "", "/units/{id}/track"),
        new("GET /units/{id}/trail", "GET", "/units/U1/trail?after=0&limit=5", "", "/units/{id}/trail"),
        new(
            "POST /positions",
            "POST",
            "/positions",
            """[{"unitId":"U1","lat":36.5,"lon":113.0,"at":"2026-01-02T03:04:05Z","speed":12.5,"heading":90}]""",
            "/positions"),
        new(
            "POST /calls, answering, ending",
            "POST",
            "/calls",
            """
            {"callerNumber":"13800000000","line":"110-1","ringingAt":"2026-01-02T03:04:05Z","answeredAt":"2026-01-02T03:04:09Z",
            "location":{"lat":36.5,"lon":113.0,"address":"Main Street"},"seat":"2"}
            """,
            "/calls"),
        new(
            "POST /calls, answering, ending",
            "POST",
            "/calls/c1/ending",
            """{"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/calls/{id}/ending"),
        new(
            "PATCH /calls, disposition",
            "PATCH",
            "/calls/c1",
            """{"callerNumber":"1","location":{"lat":36.5,"lon":113.0,"address":null},"narrative":"a man with a knife"}""",
            "/calls/{id}"),
        new(
            "PATCH /calls, disposition",
            "POST",
            "/calls/c1/disposition",
            """{"kind":"duplicate","incidentId":"i1","note":"the same"}""",
            "/calls/{id}/disposition"),
        new(
            "GET /calls",
            "GET",
            "/calls?status=ended&talking=true&q=x&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&limit=3",
            "",
            "/calls"),
        new("GET /calls/{id}, its trail", "GET", "/calls/c1", "", "/calls/{id}"),
        new("GET /calls", "POST", "/calls/search", """{"number":"0142"}""", "/calls/search"),
        new("GET /calls/{id}, its trail", "GET", "/calls/c1/trail", "", "/calls/{id}/trail"),
        new(
            "POST /incidents",
            "POST",
            "/incidents",
            """{"callId":"c1","category":"theft","priority":2,"location":{"lat":36.5,"lon":113.0,"address":"Main Street","""
                + "\"accuracy\":50,\"confidence\":90.5,\"method\":\"cell\",\"at\":\"2026-01-02T03:04:00Z\"}"
                + ""","narrative":"n","station":"S1","exercise":false,"confirmed":true,"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents"),
        new("GET /incidents, /incidents/{id}", "GET", "/incidents?status=all&q=x&limit=3", "", "/incidents"),
        new("GET /incidents, /incidents/{id}", "GET", "/incidents/i1?at=2026-01-02T03:04:05Z", "", "/incidents/{id}"),
        new("GET /incidents, /incidents/{id}", "GET", "/incidents/i1/notes?limit=3", "", "/incidents/{id}/notes"),
        new("GET /incidents/{id}/trail", "GET", "/incidents/i1/trail", "", "/incidents/{id}/trail"),
        new(
            "PATCH, links",
            "PATCH",
            "/incidents/i1",
            """{"category":"fire","priority":1,"location":null,"narrative":"n","station":"S1"}""",
            "/incidents/{id}"),
        new("PATCH, links", "POST", "/incidents/i1/links", """{"incidentId":"i2","relation":"duplicateOf"}""", "/incidents/{id}/links"),
        new("PATCH, links", "DELETE", "/incidents/i1/links/i2", "", "/incidents/{id}/links/{incidentId}"),
        new("notes", "POST", "/incidents/i1/notes", """{"text":"he ran"}""", "/incidents/{id}/notes"),
        new("recommendations", "GET", "/incidents/i1/recommendations?count=2", "", "/incidents/{id}/recommendations"),
        new(
            "assignments, diversions, cancelled",
            "POST",
            "/incidents/i1/assignments",
            """{"unitIds":["U1","U2"],"mode":"any","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/assignments"),
        new(
            "assignments, diversions, cancelled",
            "POST",
            "/incidents/i1/diversions",
            """{"unitId":"U1","toIncidentId":"i2","occurredAt":"2026-01-02T03:04:05Z","reason":"nearer"}""",
            "/incidents/{id}/diversions"),
        new(
            "assignments, diversions, cancelled",
            "POST",
            "/incidents/i1/assignments/U1/progress",
            """{"stage":"cancelled","assignment":1,"occurredAt":"2026-01-02T03:04:05Z","note":"n"}""",
            "/incidents/{id}/assignments/{unitId}/progress"),
        new(
            "acknowledged, enRoute, onScene, cleared",
            "POST",
            "/incidents/i1/assignments/U1/progress",
            """{"stage":"acknowledged"}""",
            "/incidents/{id}/assignments/{unitId}/progress"),
        new(
            "acknowledged, enRoute, onScene, cleared",
            "POST",
            "/incidents/i1/assignments/U1/progress",
            """{"stage":"enRoute"}""",
            "/incidents/{id}/assignments/{unitId}/progress"),
        new(
            "acknowledged, enRoute, onScene, cleared",
            "POST",
            "/incidents/i1/assignments/U1/progress",
            """{"stage":"onScene"}""",
            "/incidents/{id}/assignments/{unitId}/progress"),
        new(
            "acknowledged, enRoute, onScene, cleared",
            "POST",
            "/incidents/i1/assignments/U1/progress",
            """{"stage":"cleared"}""",
            "/incidents/{id}/assignments/{unitId}/progress"),
        new(
            "declined",
            "POST",
            "/incidents/i1/assignments/U1/progress",
            """{"stage":"declined"}""",
            "/incidents/{id}/assignments/{unitId}/progress"),
        new(
            "feedback",
            "POST",
            "/incidents/i1/feedback",
            """{"unitId":"U1","assignment":2,"outcome":"settled","narrative":"n","results":"""
                + """{"arrests":2,"lossPrevented":5000.5},"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/feedback"),
        new(
            "closure, reopening",
            "POST",
            "/incidents/i1/closure",
            """{"disposition":"settled","note":"n","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/closure"),
        new(
            "closure, reopening",
            "POST",
            "/incidents/i1/reopening",
            """{"reason":"again","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/reopening"),
        new(
            "corrections",
            "POST",
            "/incidents/i1/corrections",
            """{"unitId":"U1","assignment":3,"stage":"onScene","occurredAt":null,"reason":"pressed too early"}""",
            "/incidents/{id}/corrections"),
        new(
            "PUT /units, /stations, settings",
            "PUT",
            "/settings/policies/P1",
            """{"name":"P1","limits":[{"stage":"arrive","priority":1,"areaClass":"city","from":"enRoute","limitSeconds":300"""
                + ""","warnSeconds":240,"buckets":[300,600]},{"stage":"answer","limitSeconds":10}],"escalation":"""
                + """{"stationSeconds":0,"supervisorSeconds":60,"dutyCommanderSeconds":300}}""",
            "/settings/policies/{name}"),
        new("PUT /units, /stations, settings", "PUT", "/settings/policy", """{"name":"110-city"}""", "/settings/policy"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/settings/policies?limit=3", "", "/settings/policies"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/settings/policies/P1", "", "/settings/policies/{name}"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/settings/policy", "", "/settings/policy"),
        new("trails of settings", "GET", "/settings/policies/P1/trail", "", "/settings/policies/{name}/trail"),
        new("trails of settings", "GET", "/settings/policy/trail", "", "/settings/policy/trail"),
        new(
            "settings/blocked-subjects",
            "POST",
            "/settings/blocked-subjects",
            """{"subject":"li","reason":"a lost phone","until":"2999-01-02T03:04:05Z"}""",
            "/settings/blocked-subjects"),
        new("settings/blocked-subjects", "GET", "/settings/blocked-subjects", "", "/settings/blocked-subjects"),
        new("settings/blocked-subjects", "DELETE", "/settings/blocked-subjects/li", "", "/settings/blocked-subjects/{subject}"),
        new("trails of settings", "GET", "/settings/blocked-subjects/trail", "", "/settings/blocked-subjects/trail"),
        new("recommendations", "GET", "/incidents/i1/response-plan?alarm=2", "", "/incidents/{id}/response-plan"),
        new(
            "assignments, diversions, cancelled",
            "POST",
            "/incidents/i1/response-plan",
            """{"alarm":1,"unitIds":["U1","U2"],"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/response-plan"),
        new(
            "GET /calls",
            "GET",
            "/incidents/duplicates?lat=36.5&lon=113.25&category=fire&at=2026-01-02T03:04:05Z&q=smoke",
            "",
            "/incidents/duplicates"),
        new(
            "PUT /units, /stations, settings",
            "PUT",
            "/run-cards/R1",
            """{"id":"R1","name":"Fire","categories":["fire"],"priorities":[1,2],"stations":["S1"],"areaClass":"city","area":"""
                + """{"type":"Polygon","coordinates":[[[113,36],[114,36],[114,37],[113,36]]]},"alarms":[{"needs":"""
                + """[{"name":"engine","kinds":["engine"],"capabilities":["pump"],"count":2,"scope":"ownStation"}]}],"questions":"""
                + """[{"text":"Anybody hurt?","answers":["yes","no"]}],"foreignSeconds":60,"retired":false}""",
            "/run-cards/{id}"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/run-cards?limit=3", "", "/run-cards"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/run-cards/R1", "", "/run-cards/{id}"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/settings/travel", "", "/settings/travel"),
        new("PUT /units, /stations, settings", "GET", "/settings/shared-call-signs?limit=3", "", "/settings/shared-call-signs"),
        new("trails of settings", "GET", "/run-cards/R1/trail", "", "/run-cards/{id}/trail"),
        new(
            "urging, supervision",
            "POST",
            "/incidents/i1/urging",
            """{"stage":"arrive","unitId":"U1","reason":"the caller rang again"}""",
            "/incidents/{id}/urging"),
        new(
            "urging, supervision",
            "POST",
            "/incidents/i1/supervision",
            """{"reason":"the press is there"}""",
            "/incidents/{id}/supervision"),
        new(
            "acknowledgement of a distress",
            "POST",
            "/incidents/i1/acknowledgement",
            """{"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/acknowledgement"),
        new("escalations", "POST", "/incidents/i1/escalations/station/taking", "{}", "/incidents/{id}/escalations/{level}/taking"),
        new(
            "POST /units/{id}/messages, reading",
            "POST",
            "/units/U1/messages",
            """{"text":"where are you?","incidentId":"i1","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/units/{id}/messages"),
        new(
            "POST /units/{id}/messages, reading",
            "POST",
            "/units/U1/messages/m1/reading",
            """{"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/units/{id}/messages/{messageId}/reading"),
        new("GET /units/{id}/trail", "GET", "/units/U1/messages?limit=3", "", "/units/{id}/messages"),
        new(
            "POST /incidents/{id}/messages, reading",
            "POST",
            "/incidents/i1/messages",
            """{"text":"he has a knife","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/messages"),
        new(
            "POST /incidents/{id}/messages, reading", "POST",
            "/incidents/i1/messages/m1/reading",
            "{}",
            "/incidents/{id}/messages/{messageId}/reading"),
        new("GET /incidents, /incidents/{id}", "GET", "/incidents/i1/messages?limit=3", "", "/incidents/{id}/messages"),
        new(
            "POST /units/{id}/panic",
            "POST",
            "/units/U1/panic",
            """{"location":{"lat":36.5,"lon":113.0},"note":"n","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/units/{id}/panic"),
        new("GET /overdue", "GET", "/overdue?station=S1&unit=U1&limit=3", "", "/overdue"),
        new("GET /board, /feed", "GET", "/board", "", "/board"),
        new(
            "GET /board, /feed",
            "GET",
            "/feed?after=1&epoch=another&stations=S1,S2&kinds=UnitAssigned&positions=36,113,37,114&presence=true",
            "",
            "/feed"),
        new("GET /board, /feed", "POST", "/presence", """{"consoleId":"c1","incidentId":"i1"}""", "/presence"),
        new(
            "GET /reports/*",
            "GET",
            "/reports/response-times?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&groupBy=unit",
            "",
            "/reports/response-times"),
        new(
            "GET /reports/*",
            "GET",
            "/reports/response-times/incidents?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&groupBy=unit&key=P01&interval=travel"
                + "&show=never&limit=3",
            "",
            "/reports/response-times/incidents"),
        new(
            "GET /reports/*",
            "GET",
            "/reports/summary?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&groupBy=day",
            "",
            "/reports/summary"),
        new(
            "GET /access",
            "GET",
            "/access?subject=wang&thing=call/c1&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&limit=3",
            "",
            "/access"),
        .. Directives,
        .. RecordRoutes.All,
    ];

    /// <summary>Those with a body.</summary>
    public static IEnumerable<Route> WithBody => All.Where(r => r.Body.Length > 0);

    /// <summary>Whether its body is no command: it reports what is no event, or asks. No key, no version, nothing to decide.</summary>
    public bool IsNoCommand => Path is "/positions" or "/presence" or "/calls/search";

    // Where routes share a path, their bodies begin with what tells them apart.
    public override string ToString() => Method + " " + Path + (IsOneOfSeveral ? " " + Body : "");

    private bool IsOneOfSeveral =>
        Body.StartsWith("{\"stage\"", StringComparison.Ordinal) || Body.StartsWith("{\"kind\"", StringComparison.Ordinal);
}
