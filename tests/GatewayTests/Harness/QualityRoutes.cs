namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The routes of call-backs and reviews.</summary>
internal static class QualityRoutes
{
    private const string Review =
        """{"score":70,"items":[{"code":"name","ok":false,"note":"n"}],"verdict":"returned","fields":["location"],"""
        + "\"to\":{\"subject\":\"li\"},\"occurredAt\":\"2026-01-02T03:04:05Z\"}";

    /// <summary>All of them, typed out from the contract.</summary>
    public static readonly Route[] All =
    [
        new(
            "call-backs, reviews",
            "POST",
            "/incidents/i1/call-backs",
            """{"way":"phone","reached":true,"satisfaction":"dissatisfied","about":["callTaking","speed","manner","result"],"note":"n","""
                + "\"occurredAt\":\"2026-01-02T03:04:05Z\"}",
            "/incidents/{id}/call-backs"),
        new("call-backs, reviews", "POST", "/incidents/i1/reviews", Review, "/incidents/{id}/reviews"),
        new("call-backs, reviews", "POST", "/calls/c1/reviews", Review, "/calls/{id}/reviews"),
        new(
            "GET /call-backs, /reviews/sample",
            "GET",
            "/reviews/sample?day=2026-01-31&size=5",
            "",
            "/reviews/sample"),
        new("GET /call-backs, /reviews/sample", "GET", "/call-backs?due=overdue&limit=3", "", "/call-backs"),
        new(
            "PUT /units, /stations, settings",
            "PUT",
            "/settings/call-backs",
            """{"classes":["help"],"share":0.5,"withinHours":24}""",
            "/settings/call-backs"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/settings/call-backs", "", "/settings/call-backs"),
        new("trails of settings", "GET", "/settings/call-backs/trail", "", "/settings/call-backs/trail"),
    ];
}
