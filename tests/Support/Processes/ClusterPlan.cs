namespace Tocsin.Tests.Support.Processes;

/// <summary>What a <see cref="RunningCluster"/> is made of.</summary>
public sealed record ClusterPlan
{
    /// <summary>How many silos.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>How many gateways.</summary>
    public int Gateways { get; init; } = 2;

    /// <summary>The database server's settings.</summary>
    public string[] PostgresSettings { get; init; } = ["max_connections=200"];

    /// <summary>The connection to a database that is there already, with an account that may do everything; null: it starts one.</summary>
    public string? Database { get; init; }

    /// <summary>What is added to the silos' command lines.</summary>
    public IReadOnlyList<string> SiloArguments { get; init; } = [];

    /// <summary>A network from which the database server may be used beside this machine's own; null: none.</summary>
    public string? Trusted { get; init; }

    /// <summary>Where the silos run, by number; all on loopback unless given.</summary>
    public IReadOnlyList<SiloPlace> Places { get; init; } = [];

    /// <summary>The silos' connection, made of the database's own: another address, or a proxy.</summary>
    public Func<string, string> SiloConnection { get; init; } = connection => connection;

    /// <summary>Whose programs run; this checkout's unless given.</summary>
    public ServerBuild Build { get; init; } = ServerBuild.Own;

    /// <summary>Whether members talk to each other from other addresses than loopback.</summary>
    internal bool IsPlain => Places.Any(p => p != SiloPlace.Loopback);

    internal SiloPlace PlaceOf(int silo) => silo < Places.Count ? Places[silo] : SiloPlace.Loopback;
}
