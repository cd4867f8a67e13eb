using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Membership;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>A fault of three silos and two gateways on a PostgreSQL. Each server has a supervisor that starts it again.</summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public abstract class ClusterFault(SupervisedCluster? given = null) : Fault
{
    private readonly HashSet<SiloRow> _knownDead = [];
    private readonly HashSet<int> _victims = [];
    private readonly bool _isOwn = given is null;
    private SupervisedCluster? _house = given;

    /// <inheritdoc/>
    public override IReadOnlyList<Uri> Urls => [.. Cluster.Gateways.Select(g => g.Url)];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Logs => _house is null
        ? new Dictionary<string, string>()
        : Cluster.Silos.Select((s, i) => ($"silo-{i + 1}", s.Output))
            .Concat(Cluster.Gateways.Select((g, i) => ($"gateway-{i + 1}", g.Output)))
            .ToDictionary();

    /// <inheritdoc/>
    protected override IReadOnlyList<string> AuditOptions =>
        ["--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", Cluster.ConnectionString];

    /// <summary>The servers.</summary>
    protected RunningCluster Cluster => House.Servers;

    /// <summary>What the silos have agreed on.</summary>
    protected MembershipTable Membership => new(Cluster.ConnectionString);

    /// <summary>What the cluster is made of.</summary>
    protected virtual ClusterPlan Plan => new();

    private SupervisedCluster House => _house ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task OpenAsync() => _house ??= await SupervisedCluster.StartAsync(Plan);

    /// <inheritdoc/>
    public override async Task BeforeAsync()
    {
        await Task.WhenAll(House.All.Select(process => process.ReadyAsync()));
        _knownDead.UnionWith((await Membership.ReadAsync()).Where(s => s.IsDead));
        _victims.Clear();
    }

    /// <inheritdoc/>
    public override async Task<int?> FalseEvictionsAsync() => (await Membership.ReadAsync())
        .Count(
            s => s.IsDead && s.IsVotedOut && !_victims.Contains(s.Generation) && _knownDead.All(known => known.Generation != s.Generation));

    /// <inheritdoc/>
    protected override async Task CloseAsync()
    {
        if (_house is not null && _isOwn)
            await _house.DisposeAsync();
    }

    /// <summary>The silo whose turn it is.</summary>
    protected int VictimOf(Course course) => course.Number % Cluster.Silos.Count;

    /// <summary>Whoever starts this server again when it ends.</summary>
    protected Supervisor SupervisorOf(ServerProcess process) => House.SupervisorOf(process);

    /// <summary>
    /// The present membership of a silo: the same silo, started again, is another member. It is expected to be voted out.
    /// </summary>
    protected async Task<int> CondemnAsync(int silo)
    {
        var generation = (await Membership.ReadAsync()).Single(s => s.IsActive && s.Port == Cluster.SiloPorts[silo]).Generation;
        _victims.Add(generation);
        return generation;
    }

    /// <summary>Waits until the others know a member as dead, and enters how long that took.</summary>
    protected async Task DetectAsync(Course course, int generation, TimeSpan struck)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (await course.WaitAsync("the others know the silo as dead", IsDeadAsync))
            course.Detected(course.Elapsed - struck);

        async Task<bool> IsDeadAsync() => (await Membership.ReadAsync()).Any(s => s.Generation == generation && s.IsDead);
    }

    /// <summary>Waits until a silo that was voted out has ended itself, was started again, and is ready.</summary>
    protected async Task StartedAgainAsync(Course course, int silo, int restarts)
    {
        ArgumentNullException.ThrowIfNull(course);
        var process = Cluster.Silos[silo];
        await course.WaitAsync(
            "the silo has ended itself and was started again", () => Task.FromResult(SupervisorOf(process).Restarts > restarts));
        await process.ReadyAsync();
    }
}
