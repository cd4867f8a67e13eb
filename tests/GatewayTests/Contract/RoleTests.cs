using Tocsin.Commands;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Contract;

public sealed class RoleTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private TestGateway Gateway => fixture.Gateway;

    public static TheoryData<string, string, string> Cells()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var route in Route.All)
        {
            foreach (var role in RoleTable.Roles)
                data.Add(route.ToString(), role, RoleTable.Sign(route.Row, role));
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_route_lets_in_the_roles_of_its_row_and_no_others(string name, string role, string sign)
    {
        var route = Route.All.Single(r => r.ToString() == name);
        var person = await Gateway.As(role, $"subject-{role}");
        var reply = await person.Send(route.Method, route.Path, route.Body.Length > 0 ? route.Body : null);
        if (sign == "-")
            reply.Expect(403, "forbidden");
        else
            Assert.True(reply.Status is 200 or 201 or 202, $"{reply.Status}: {reply.Text}");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_command_is_attributed_to_the_role_that_allowed_it(string name, string role, string sign)
    {
        var route = Route.All.Single(r => r.ToString() == name);
        if (sign == "-" || route.Body.Length == 0 || route.IsNoCommand)
            return;
        var subject = Guid.NewGuid().ToString();
        await (await Gateway.As(role, subject)).Send(route.Method, route.Path, route.Body);
        var actor = Gateway.Cluster.Commands.Single(c => c.Context.Actor.Subject == subject).Context.Actor;
        Assert.Equal(role, actor.Role);
        Assert.Equal(role == Roles.Unit ? "U1" : null, actor.UnitId?.Value);
        Assert.Equal(role == Roles.Station ? "S1" : null, actor.Station);
    }

    [Fact]
    public async Task Every_route_of_the_contract_needs_a_token()
    {
        foreach (var route in Route.All)
        {
            var reply = await Gateway.With(null).Send(route.Method, route.Path, route.Body.Length > 0 ? route.Body : null);
            reply.Expect(401, "unauthenticated");
            Assert.Equal("Bearer", reply.Header("WWW-Authenticate"));
        }
    }

    [Fact]
    public async Task The_role_is_judged_before_the_body()
    {
        var auditor = await Gateway.As("auditor");
        (await auditor.Post("/incidents", "no json")).Expect(403, "forbidden");
    }

    [Fact]
    public async Task The_role_for_a_stage_is_judged_before_the_cluster_is_asked()
    {
        var unit = await Gateway.As("unit", "unit-cancels");
        (await unit.Post("/incidents/i1/assignments/U1/progress", new { stage = "cancelled" })).Expect(403, "forbidden");
        Assert.DoesNotContain(Gateway.Cluster.Commands, c => c.Context.Actor.Subject == "unit-cancels");
    }

    [Fact]
    public async Task Health_metrics_and_the_document_need_no_token()
    {
        foreach (var path in new[] { "/healthz/live", "/healthz/ready", "/metrics", "/openapi/v1.json", "/docs/", "/" })
            Assert.True((await Gateway.Http.GetAsync(path)).IsSuccessStatusCode, path);
    }
}
