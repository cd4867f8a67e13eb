using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Fuzz;

/// <summary>Nothing that a client can send is our fault. On a gateway of its own: a station may come to lie anywhere.</summary>
public sealed class FuzzTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private const int Requests = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20260101)]
    public async Task Spoilt_requests_never_come_to_500(int seed)
    {
        var mutations = new Mutations(seed);
        // A feed that is let in goes on for ever.
        var routes = Route.All.Where(r => r.Template != "/feed").ToArray();
        var roles = new[] { "supervisor", "supervisor", "dispatcher", "admin", "feeder", "unit", "station" };
        var unit = await fixture.FreeUnit("S1");
        var (incident, other) = (await fixture.Incident("S1"), await fixture.Incident());
        var call = (await (await fixture.Gateway.As("callTaker")).Post("/calls", new { callerNumber = "1" })).Expect(201).String("id");
        for (var i = 0; i < Requests; i++)
        {
            var route = routes[mutations.Pick(routes.Length)];
            // What all share must stay as it is: who may not set how incidents end is refused after the body was read.
            var role = route.Template == "/settings/closing" ? "supervisor"
                : route.Row.StartsWith("PUT", StringComparison.Ordinal) ? "admin"
                : roles[mutations.Pick(roles.Length)];
            var person = await fixture.Gateway.As(role, unit: role == "unit" ? unit : null);
            var path = mutations.Path(Real(route.Path));
            var body = route.Body.Length == 0 ? null : mutations.Body(Real(route.Body));
            var (method, headers) = (
                mutations.Method(route.Method),
                mutations
                    .Headers()
                    .Where(h => body is not null || !h.Name.StartsWith("Content-", StringComparison.Ordinal))
                    .Where(h => h.Name != "Content-Type" || h.Value.Contains('/', StringComparison.Ordinal))
                    .ToArray());
            Reply reply;
            try
            {
                reply = await person.Send(method, path, body, headers);
            }
            catch (Exception e) when (e is FormatException or UriFormatException or InvalidOperationException)
            {
                // The client's own library would not send it.
                continue;
            }
            Assert.True(
                reply.Status < 500,
                $"request {i} of seed {seed}: {method} {path} {body} [{string.Join(';', headers)}] -> {reply.Status} {reply.Text}");
            Assert.True(
                reply.Status < 400
                    || reply.Status is 414 or 431
                    || reply.Code.Length > 0
                    || (reply.Status == 400 && reply.Text.Length == 0),
                $"request {i} of seed {seed}: {method} {path} -> {reply.Status} without a code: {reply.Text}");
        }
        (await (await fixture.Gateway.As("supervisor")).Get("/incidents/" + incident)).Expect(200);

        string Real(string text) => text
            // What all share must stay as it is: no policy is chosen under the feet of the other tests, and nobody of theirs is kept out.
            .Replace("110-city", "no-such-policy", StringComparison.Ordinal)
            .Replace("\"subject\":\"li\"", "\"subject\":\"nobody\"", StringComparison.Ordinal)
            // Made ids are hex: "c1" may stand in one.
            .Replace("c1", call, StringComparison.Ordinal).Replace("U1", unit, StringComparison.Ordinal)
            .Replace("i1", incident, StringComparison.Ordinal).Replace("i2", other, StringComparison.Ordinal);
    }
}
