namespace Tocsin.Tests.GatewayTests.Harness;

// The routes of directives.
public sealed partial record Route
{
    private static Route[] Directives =>
    [
        new(
            "directives: words without behaviour",
            "POST",
            "/directives",
            """
            {"kind":"verify","to":[{"station":"S1"},{"unit":"U1"},{"subject":"li"}],"text":"ask","parties":[1],"equipment":["shield"],
            "place":{"lat":36.5,"lon":113.0,"address":"Main Street"},"limits":{"sign":60,"send":60,"report":600,"finish":3600},
            "validUntil":"2026-01-03T00:00:00Z","nextAt":"2026-01-02T12:00:00Z","fields":["location"],"autoConclude":true,
            "shared":true,"replaces":"d0","occurredAt":"2026-01-02T03:04:05Z"}
            """,
            "/directives"),
        new(
            "supervise, rectify, handle, lookOut",
            "POST",
            "/directives",
            """{"kind":"rectify","to":[{"station":"S1"}],"text":"put it right"}""",
            "/directives"),
        new(
            "supervise, rectify, handle, lookOut",
            "POST",
            "/directives",
            """{"kind":"lookOut","to":[{"unit":"U1"}],"text":"a white car","validUntil":"2026-01-03T00:00:00Z"}""",
            "/directives"),
        new(
            "supervise, rectify, handle, lookOut",
            "POST",
            "/directives",
            """{"kind":"handle","to":[{"station":"S1"}],"text":"go there","incidentId":"i1","limits":{"sign":30,"send":60}}""",
            "/directives"),
        new(
            "sending",
            "POST",
            "/directives/d1/sending",
            """{"unitIds":["U1","U2"],"mode":"any","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/sending"),
        new(
            "signing, refusal, reports",
            "POST",
            "/directives/d1/signing",
            """{"by":"0417","receipt":{"name":"Liu","reference":"45","phone":"0931"},"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/signing"),
        new(
            "signing, refusal, reports",
            "POST",
            "/directives/d1/reports",
            """
            {"outcome":"found","narrative":"n","results":{"found":1},"final":false,"nextAt":"2026-01-02T12:00:00Z",
            "place":{"lat":36.5,"lon":113.0,"address":null},"receipt":{"name":"Liu"},"occurredAt":"2026-01-02T03:04:05Z"}
            """,
            "/directives/{id}/reports"),
        new(
            "signing, refusal, reports",
            "POST",
            "/directives/d1/refusal",
            """{"reason":"not here","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/refusal"),
        new(
            "withdrawal, return, conclusion",
            "POST",
            "/directives/d1/return",
            """{"reason":"no place","fields":["location"],"limitSeconds":600,"occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/return"),
        new(
            "withdrawal, return, conclusion",
            "POST",
            "/directives/withdrawal",
            """{"group":"d1","reason":"settled","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/withdrawal"),
        new(
            "urging, supervision",
            "POST",
            "/directives/d1/urging",
            """{"reason":"at once","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/urging"),
        new("escalations", "POST", "/directives/d1/escalations/station/taking", "{}", "/directives/{id}/escalations/{level}/taking"),
        new(
            "withdrawal, return, conclusion",
            "POST",
            "/directives/d1/conclusion",
            """{"outcome":"good","note":"n","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/conclusion"),
        new(
            "withdrawal, return, conclusion",
            "POST",
            "/directives/d1/withdrawal",
            """{"reason":"settled","occurredAt":"2026-01-02T03:04:05Z"}""",
            "/directives/{id}/withdrawal"),
        new(
            "GET /directives, its trail",
            "GET",
            "/directives?status=all&kind=verify&station=S1&unit=U1&incidentId=i1&group=d1&q=x&limit=3",
            "",
            "/directives"),
        new("GET /directives, its trail", "GET", "/directives/d1", "", "/directives/{id}"),
        new("GET /directives, its trail", "GET", "/directives/d1/trail", "", "/directives/{id}/trail"),
    ];
}
