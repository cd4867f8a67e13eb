namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The routes of parties and evidence.</summary>
internal static class RecordRoutes
{
    private const string Evidence =
        """{"kind":"bodyCamera","uri":"nas://7/1.mp4","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","""
        + "\"bytes\":5000000000,\"takenAt\":\"2026-01-02T03:04:00Z\",\"takenBy\":\"Li\",\"cameraId\":\"bwc-1\",\"note\":\"n\","
        + "\"occurredAt\":\"2026-01-02T03:04:05Z\"}";

    private const string Verification = """{"sha256":"9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"}""";

    /// <summary>All of them, typed out from the contract.</summary>
    public static readonly Route[] All =
    [
        new(
            "parties, evidence",
            "POST",
            "/incidents/i1/parties",
            """{"kind":"person","role":"suspect","name":"Zhang","phone":"139","idNumber":"14","plate":"D1","account":"62","""
                + "\"description\":\"tall\",\"of\":1,\"state\":\"sought\",\"consent\":\"given\",\"occurredAt\":\"2026-01-02T03:04:05Z\"}",
            "/incidents/{id}/parties"),
        new(
            "parties, evidence",
            "PATCH",
            "/incidents/i1/parties/1",
            """{"kind":"person","role":"other","name":null,"state":"found","of":null,"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/parties/{n}"),
        new("parties, evidence", "POST", "/incidents/i1/evidence", Evidence, "/incidents/{id}/evidence"),
        new("parties, evidence", "POST", "/directives/d1/evidence", Evidence, "/directives/{id}/evidence"),
        new("PATCH /calls, disposition", "POST", "/calls/c1/evidence", Evidence, "/calls/{id}/evidence"),
        new("GET /incidents, /incidents/{id}", "GET", "/incidents/i1/evidence?limit=3", "", "/incidents/{id}/evidence"),
        new("GET /directives, its trail", "GET", "/directives/d1/evidence?limit=3", "", "/directives/{id}/evidence"),
        new("GET /calls", "GET", "/calls/c1/evidence?limit=3", "", "/calls/{id}/evidence"),
        new("verification", "POST", "/incidents/i1/evidence/1/verification", Verification, "/incidents/{id}/evidence/{n}/verification"),
        new("verification", "POST", "/directives/d1/evidence/1/verification", Verification, "/directives/{id}/evidence/{n}/verification"),
        new("verification", "POST", "/calls/c1/evidence/1/verification", Verification, "/calls/{id}/evidence/{n}/verification"),
    ];
}
