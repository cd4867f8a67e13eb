using Tocsin.Bearers;
using Tocsin.SignIn;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>Gateways and silos know the same roles.</summary>
public sealed class KnownRolesTests
{
    [Fact]
    public void The_roles_of_a_token_are_those_of_the_table() =>
        Assert.Equal(Permissions.Roles.Order(StringComparer.Ordinal), TokenClaims.KnownRoles.Order(StringComparer.Ordinal));
}
