namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The routes of call-backs and reviews.</summary>
internal static class QualityRoutes
{
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
    ];
}
