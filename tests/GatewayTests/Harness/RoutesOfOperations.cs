namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The routes by which an incident is assessed, and by which several bodies work on it together.</summary>
internal static class RoutesOfOperations
{
    /// <summary>A good body for each.</summary>
    public static readonly Route[] All =
    [
        new(
            "assessment, operation",
            "POST",
            "/incidents/i1/assessment",
            """{"priority":1,"owner":"S1","note":"n","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/assessment"),
        new(
            "assessment, operation",
            "POST",
            "/incidents/i1/operation",
            """
            {"purpose":"stop the payment","lead":"S1","bodies":["S1","S2"],"tasks":[{"to":{"station":"S1"},"kind":"freeze","text":"stop it",
            "parties":[1],"limits":{"sign":60,"report":600}},{"to":{"unit":"U1"},"kind":"followUp","text":"call on her",
            "nextAt":"2026-01-03T03:04:05Z","shared":true}],"occurredAt":"2026-01-02T03:04:05Z"}
            """,
            "/incidents/{id}/operation"),
        new(
            "assessment, operation",
            "POST",
            "/incidents/i1/operation/bodies",
            """{"add":["S1"],"remove":["S2"],"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/operation/bodies"),
        new(
            "closure of an operation",
            "POST",
            "/incidents/i1/operation/closure",
            """{"outcome":"supported","results":{"found":1},"note":"n","withdraw":true,"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/operation/closure"),
        new("GET /incidents, /incidents/{id}", "GET", "/incidents/i1/timeline?after=7&limit=5", "", "/incidents/{id}/timeline"),
    ];
}
