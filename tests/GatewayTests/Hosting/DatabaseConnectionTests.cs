using Npgsql;
using Tocsin.Settings;

namespace Tocsin.Tests.GatewayTests.Hosting;

/// <summary>Connection strings with one host and with several.</summary>
public sealed class DatabaseConnectionTests
{
    [Theory]
    [InlineData("Host=a,b;Database=d")]
    [InlineData("Server=a:5432,b:5433;Database=d")]
    public void Several_hosts_lead_to_the_primary_and_soon_to_a_new_one(string given)
    {
        var complete = new NpgsqlConnectionStringBuilder(DatabaseConnection.Complete(given));
        Assert.Equal("primary", complete.TargetSessionAttributes);
        Assert.Equal((1, 2, 5), (complete.HostRecheckSeconds, complete.Timeout, complete.CommandTimeout));
    }

    [Fact]
    public void What_is_given_stays()
    {
        var complete = new NpgsqlConnectionStringBuilder(
            DatabaseConnection.Complete("Host=a,b;TargetSessionAttributes=read-write;Host Recheck Seconds=3;Timeout=9"));
        Assert.Equal(("read-write", 3, 9), (complete.TargetSessionAttributes, complete.HostRecheckSeconds, complete.Timeout));
    }

    [Fact]
    public void One_host_is_taken_as_it_is_without_what_the_driver_refuses_there()
    {
        Assert.Equal("Host=a;Database=d", DatabaseConnection.Complete("Host=a;Database=d"));
        var complete = new NpgsqlConnectionStringBuilder(DatabaseConnection.Complete("Host=a;Target Session Attributes=primary"));
        Assert.Null(complete.TargetSessionAttributes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host=a;=")]
    public void What_is_no_connection_string_is_left_to_whoever_connects(string given) =>
        Assert.Equal(given, DatabaseConnection.Complete(given));

    [Fact]
    public void What_may_be_lost_does_not_wait_for_a_standby() => Assert.Equal(
        "-c jit=off -c synchronous_commit=local",
        new NpgsqlConnectionStringBuilder(DatabaseConnection.Unpromised("Host=a;Options=-c jit=off")).Options);
}
