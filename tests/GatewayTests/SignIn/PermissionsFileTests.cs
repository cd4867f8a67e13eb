using System.Text.Json;
using Tocsin.SignIn;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>The console's table of permissions is made from the gateway's: who may do what is written once.</summary>
public sealed class PermissionsFileTests
{
    private const string File = "Gateway/Console/src/signin/permissions.json";

    [Fact]
    public async Task The_consoles_table_of_permissions_is_current() => await CheckedInFile.AssertCurrentAsync(File, Make());

    /// <summary>A permission a line, each with the roles that have it, for everything or for what is their own.</summary>
    private static string Make() => "{\n" + string.Join(",\n", Enum.GetValues<Permission>().Select(Line)) + "\n}\n";

    private static string Line(Permission permission)
    {
        var roles = Permissions.Roles.Where(role => Permissions.Of(permission, role) != Right.None).Select(role => $"\"{role}\"");
        return $"  \"{JsonNamingPolicy.CamelCase.ConvertName(permission.ToString())}\": [{string.Join(", ", roles)}]";
    }
}
