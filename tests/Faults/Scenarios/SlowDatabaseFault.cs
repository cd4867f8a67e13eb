using Npgsql;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Network;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// The silos' database is slow, and then silent: every answer comes 200 ms late for a while, then nothing comes at all for 3 s, and no
/// connection breaks.
/// </summary>
public sealed class SlowDatabaseFault : ClusterFault
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LateFor = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(3);
    private readonly SlowProxy _proxy = new(TimeProvider.System);

    /// <inheritdoc/>
    public override string Name => "slow-database";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.DatabaseAway;

    /// <inheritdoc/>
    protected override ClusterPlan Plan => new() { SiloConnection = Through };

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var struck = course.Elapsed;
        _proxy.Delay = Late;
        await Task.Delay(LateFor);
        _proxy.Delay = TimeSpan.Zero;
        course.Over("slow", struck);
        struck = course.Elapsed;
        _proxy.Freeze();
        await Task.Delay(SilentFor);
        _proxy.Thaw();
        course.Over("silent", struck);
    }

    /// <inheritdoc/>
    protected override async Task CloseAsync()
    {
        await base.CloseAsync();
        _proxy.Dispose();
    }

    private string Through(string connection)
    {
        var own = new NpgsqlConnectionStringBuilder(connection);
        _proxy.ServerPort = own.Port;
        return new NpgsqlConnectionStringBuilder(connection) { Port = _proxy.Port }.ConnectionString;
    }
}
