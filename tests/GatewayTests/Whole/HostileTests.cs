using Tocsin.Tests.GatewayTests.Contract;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>What was refused has changed nothing.</summary>
[Collection(RealGateway.Name)]
public sealed class HostileTests(RealGatewayFixture fixture)
{
    [Fact]
    public async Task Nothing_that_was_refused_changed_anything()
    {
        var (incident, unit) = (await fixture.Incident(), await fixture.FreeUnit());
        var supervisor = await fixture.Gateway.As("supervisor");
        var admin = await fixture.Gateway.As("admin");
        var before = await Everything();
        foreach (var route in Route.WithBody.Where(r => !r.IsNoCommand))
        {
            var path = route.Path.Replace("U1", unit, StringComparison.Ordinal)
                .Replace("/i1", "/" + incident, StringComparison.Ordinal)
                .Replace("/i2", "/" + incident, StringComparison.Ordinal);
            var person = RoleTable.Sign(route.Row, "supervisor") == "-" ? admin : supervisor;
            foreach (var body in new[]
            {
                route.Body[..^1],
                "{\"zzz\":1," + route.Body[1..],
                route.Body[..^1] + ",\"\\ud800\":1}",
                "[" + route.Body + "]",
                route.Body + "x",
            })
            {
                (await person.Send(route.Method, path, body, ("Idempotency-Key", Guid.NewGuid().ToString()))).Expect(400, "invalid");
            }

            var exists = !route.Path.Contains("/c1", StringComparison.Ordinal) && !route.Path.Contains("/d1", StringComparison.Ordinal);

            // That one names a thing that there is not in its body.
            var missing = route.Template == "/directives/withdrawal" ? 422 : 404;
            (await person.Send(route.Method, path, route.Body, ("If-Match", "\"999\"")))
                .Expect(exists && missing == 404 ? 412 : missing);
            (await fixture.Gateway.With(null).Send(route.Method, path, route.Body)).Expect(401);
            var nobody = RoleTable.Roles.First(role => RoleTable.Sign(route.Row, role) == "-");
            (await (await fixture.Gateway.As(nobody)).Send(route.Method, path, route.Body)).Expect(403, "forbidden");
        }
        Assert.Equal(before, await Everything());

        async Task<string> Everything()
        {
            var texts = new List<string>();
            foreach (var path in new[]
            {
                "/incidents/" + incident,
                $"/incidents/{incident}/trail",
                "/units/" + unit,
                $"/units/{unit}/trail",
                "/incidents?status=all&limit=200",
                "/calls?limit=200",
                "/directives?status=all&limit=200",
                "/units?limit=200",
                "/stations",
                "/settings/policies",
                "/settings/policy",
                "/settings/policy/trail",
            })
            {
                texts.Add((await supervisor.Get(path)).Expect(200).Text);
            }

            return string.Join('\n', texts);
        }
    }
}
