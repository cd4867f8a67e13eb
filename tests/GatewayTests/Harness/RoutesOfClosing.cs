namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The routes by which an incident ends, and by which a call goes to a seat and to another one.</summary>
internal static class RoutesOfClosing
{
    /// <summary>A good body for each.</summary>
    public static readonly Route[] All =
    [
        new(
            "feedback of no unit",
            "POST",
            "/incidents/i2/feedback",
            """{"unitId":null,"outcome":"settled","narrative":"n","results":{"found":1},"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/incidents/{id}/feedback"),
        new(
            "override of a closure",
            "POST",
            "/incidents/i2/closure",
            """{"disposition":"settled","override":"he gave no name"}""",
            "/incidents/{id}/closure"),
        new(
            "POST /calls, answering, ending",
            "POST",
            "/calls/c1/answering",
            """{"occurredAt":"2026-01-02T03:04:05Z","seat":"2"}""",
            "/calls/{id}/answering"),
        new(
            "PATCH /calls, disposition",
            "POST",
            "/calls/c1/handing",
            """{"toSubject":"li","toSeat":"4","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/calls/{id}/handing"),
        new(
            "PUT /units, /stations, settings",
            "PUT",
            "/settings/closing",
            """{"outcomes":[{"word":"mediated","valid":true,"classes":["dispute"],"needs":["feedback","place","results"]}]"""
                + ""","results":["arrests"]}""",
            "/settings/closing"),
        new("GET /units, /units/{id}, /stations, settings", "GET", "/settings/closing", "", "/settings/closing"),
        new("trails of settings", "GET", "/settings/closing/trail", "", "/settings/closing/trail"),
    ];
}
