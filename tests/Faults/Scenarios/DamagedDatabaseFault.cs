using Npgsql;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// A bit flips in a page of PostgreSQL's journal that holds the events of marked incidents only: PostgreSQL refuses the page, the trails
/// that stand on it are answered as damaged, everything else goes on, and the audit says so. Then it flips back, and all is whole.
/// </summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public sealed class DamagedDatabaseFault(SupervisedCluster? given = null) : ClusterFault(given)
{
    /// <summary>Four of them fill a page, so the page of the middle one holds nobody else's events.</summary>
    private const int Marked = 15;

    /// <inheritdoc/>
    public override string Name => "damage-database";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.DatabaseAway;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var url = Cluster.Gateways[0].Url;
        var marked = new List<MarkedIncident>();
        for (var i = 0; i < Marked; i++)
            marked.Add(await MarkedIncident.MakeAsync(url));
        var victim = marked[Marked / 2];
        var file = await JournalFileAsync();
        var places = (IReadOnlyList<long>)[];
        await RestartAsync(course, "a bit flips", () => places = FlippedBits.Flip(file, victim.Marker));
        if (places.Count != 1)
            course.Problems.Add($"Its line should hold the narrative once; it was found {places.Count} times.");
        await ExpectAsync(course, victim, "/trail", "503 damaged");
        await ExpectAsync(course, victim, "", "200");
        await ExpectAsync(course, marked[0], "/trail", "200");
        await ExpectAsync(course, marked[^1], "/trail", "200");
        var (exit, output) = await JournalAuditing.RunAsync(AuditOptions);
        if (exit != 1 || !output.Contains("damaged ", StringComparison.Ordinal))
            course.Problems.Add($"The audit should say that a page is damaged; it ended with {exit}: {output}");

        await RestartAsync(course, "it flips back", () => FlippedBits.FlipAt(file, places));
        await ExpectAsync(course, victim, "/trail", "200");
    }

    // Right behind the restart the first answer may still be that the database is away.
    private Task<bool> ExpectAsync(Course course, MarkedIncident incident, string part, string due) => course.WaitAsync(
        $"{incident.Id}{part} is answered {due}", async () => await incident.AskAsync(Cluster.Gateways[0].Url, part) == due);

    private async Task RestartAsync(Course course, string what, Action damage)
    {
        var struck = course.Elapsed;
        await Cluster.Postgres.StopAsync();
        damage();
        await Cluster.Postgres.StartAgainAsync();
        course.Over(what, struck);
    }

    private async Task<string> JournalFileAsync()
    {
        await using var connection = new NpgsqlConnection(Cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_relation_filepath('journal')", connection);
        return Path.Combine(Cluster.Postgres.DataFolder, (string)(await command.ExecuteScalarAsync())!);
    }
}
