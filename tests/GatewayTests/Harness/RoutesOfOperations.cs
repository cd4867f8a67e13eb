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
        new("GET /incidents, /incidents/{id}", "GET", "/incidents/i1/timeline?after=7&limit=5", "", "/incidents/{id}/timeline"),
    ];
}
