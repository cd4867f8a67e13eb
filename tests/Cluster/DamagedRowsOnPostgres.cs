using Npgsql;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary><see cref="DamagedRows"/> in a cluster of two silos and a gateway, which take long to start on two cores.</summary>
[Trait("when", "nightly")]
public sealed class DamagedRowsOnPostgres : DamagedRows
{
    private RunningCluster _cluster = null!;

    protected override Uri Url => _cluster.Gateways[0].Url;

    protected override IReadOnlyList<ServerProcess> Silos => _cluster.Silos;

    protected override string[] AuditOptions =>
        ["--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", _cluster.ConnectionString];

    public override async ValueTask InitializeAsync() =>
        _cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = 2, Gateways = 1 });

    public override ValueTask DisposeAsync() => _cluster.DisposeAsync();

    protected override async Task RestartAsync() => Assert.All(await _cluster.RestartAsync(), exit => Assert.Equal(0, exit));

    protected override async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
