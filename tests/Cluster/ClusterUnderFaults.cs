using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// What befalls a cluster beside the faults that <see cref="FaultTests"/> measure: a gateway is killed, the database stays away.
/// </summary>
[Collection(typeof(SharedCluster))]
public sealed class ClusterUnderFaults(SharedCluster.Fixture fixture)
{
    private const int LoadSeconds = 6;
    private static readonly TimeSpan RefusedWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(5);

    private RunningCluster Cluster => fixture.Cluster.Servers;

    private List<Uri> Urls => [.. Cluster.Gateways.Select(g => g.Url)];

    [Fact]
    public async Task One_gateway_of_two_is_killed()
    {
        for (var i = 0; i < Ordeal.Repeats; i++)
        {
            await fixture.ReadyAsync();
            await Ordeal.PassAsync(
                Urls, LoadSeconds, Cluster.Gateways[1].KillAsync, () => JournalAuditing.OfDatabaseAsync(Cluster.ConnectionString));
        }
    }

    [Fact]
    public async Task While_the_database_is_away_a_command_is_refused_soon_and_afterwards_all_goes_on_by_itself()
    {
        await fixture.ReadyAsync();
        using var http = await SignedInAsync(Cluster.Gateways[0].Url);
        var incident = await CreateAsync(http);
        await EverybodyHasSeenAsync(http, incident);
        await Cluster.Postgres.StopAsync();
        try
        {
            for (var i = 0; i < 5; i++)
            {
                var waited = Stopwatch.StartNew();
                using var refused = await NoteAsync(http, incident);
                Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, $"{refused.StatusCode}\n{Cluster.Gateways[0].Output}");
                Assert.NotNull(refused.Headers.RetryAfter);
                Assert.InRange(waited.Elapsed, TimeSpan.Zero, RefusedWithin);
            }

            // What the board in memory knows is told, and as of when; what it does not know is not.
            foreach (var path in new[] { "incidents/" + incident, "incidents", "units", "board" })
                Assert.Equal((HttpStatusCode.OK, true), await ReadAsync(http, path));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, false), await ReadAsync(http, "calls"));
        }
        finally
        {
            await Cluster.Postgres.StartAgainAsync();
        }

        var back = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await NoteAsync(http, incident);
            if (answer.StatusCode == HttpStatusCode.OK)
                break;
            Assert.InRange(back.Elapsed, TimeSpan.Zero, BackWithin);
        }
    }

    [Fact, Trait("when", "nightly")]
    public async Task When_the_table_of_members_goes_back_in_time_silos_mend_it_and_one_that_it_lacks_joins_anew()
    {
        await fixture.ReadyAsync();
        using var http = await SignedInAsync(Cluster.Gateways[0].Url);
        await CreateAsync(http);
        var lacking = Cluster.Silos[2];
        var restarts = fixture.Cluster.SupervisorOf(lacking).Restarts;
        var version = await VersionAsync("select Version from OrleansMembershipVersionTable");

        // As a standby has it that was promoted before the last silo's joining reached it.
        await VersionAsync(string.Create(CultureInfo.InvariantCulture, $"""
            with gone as (delete from OrleansMembershipTable where Port = {Cluster.SiloPorts[2]} and Status = 3)
            update OrleansMembershipVersionTable set Version = Version - 2 returning Version
            """));
        await Until.HoldsAsync(
            "the table is newer than every view",
            async () => await VersionAsync("select Version from OrleansMembershipVersionTable") > version + 100,
            () => Cluster.Silos[0].Output);
        await Until.HoldsAsync(
            "the silo that the table lacks has ended itself and was started again",
            () => Task.FromResult(fixture.Cluster.SupervisorOf(lacking).Restarts > restarts),
            () => lacking.Output);
        await fixture.ReadyAsync();
        foreach (var silo in Cluster.Silos)
        {
            await Until.HoldsAsync(
                $"{silo.Url} agrees with the table",
                async () => (await http.GetStringAsync(new Uri(silo.Url, "/metrics"))).Split('\n').Any(SaysThatNoneDiffers),
                () => silo.Output);
        }

        await CreateAsync(http);

        static bool SaysThatNoneDiffers(string line) =>
            line.StartsWith("tocsin_membership_different", StringComparison.Ordinal) && line.Contains(" 0", StringComparison.Ordinal);
    }

    private async Task<int> VersionAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<HttpClient> SignedInAsync(Uri url)
    {
        var http = new HttpClient { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await DevSignIn.TokenAsync(http, "wang", "dispatcher"));
        return http;
    }

    /// <summary>An incident, on a cluster that has got over what the test before did to it.</summary>
    private static async Task<string> CreateAsync(HttpClient http)
    {
        var (id, said) = ("", "");
        await Until.HoldsAsync(
            "an incident is made",
            async () =>
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/incidents", new { category = "theft", priority = 2 });
                said = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.Created)
                    id = JsonDocument.Parse(said).RootElement.GetProperty("id").GetString()!;
                return id.Length > 0;
            },
            () => said);
        return id;
    }

    /// <summary>
    /// Waits until the picture of every silo and that of the gateway have the incident: a silo that has just started has none yet, and may
    /// be the one that is asked.
    /// </summary>
    private async Task EverybodyHasSeenAsync(HttpClient http, string incident)
    {
        var trail = await http.GetFromJsonAsync<JsonElement>($"/api/v1/incidents/{incident}/trail");
        var position = trail.GetProperty("items")[0].GetProperty("position").GetInt64();
        foreach (var silo in Cluster.Silos)
        {
            var picture = 0L;
            await Until.HoldsAsync(
                $"the picture of {silo.Url} is as of {position}",
                async () => (picture = await PictureOfAsync(http, silo.Url)) >= position,
                () => $"It is as of {picture}.\n{silo.Output}");
        }

        await Until.HoldsAsync("the gateway's board has the incident", async () =>
        {
            var board = await http.GetFromJsonAsync<JsonElement>("/api/v1/board");
            return board.GetProperty("incidents").EnumerateArray().Any(i => i.GetProperty("id").GetString() == incident);
        });
    }

    /// <summary>The position that a silo's picture is as of, by its metrics; 0 while it has none.</summary>
    private static async Task<long> PictureOfAsync(HttpClient http, Uri silo)
    {
        var metrics = await http.GetStringAsync(new Uri(silo, "/metrics"));
        var line = metrics.Split('\n').FirstOrDefault(IsPosition);
        return line is null
            ? 0
            : (long)double.Parse(line[(line.IndexOf(' ', line.IndexOf('}') + 1) + 1)..].Split(' ')[0], CultureInfo.InvariantCulture);

        static bool IsPosition(string line) =>
            line.StartsWith("tocsin_live_position{", StringComparison.Ordinal) || line.StartsWith(
                "tocsin_live_position ", StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, bool AsOf)> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync("/api/v1/" + path);
        return (answer.StatusCode, answer.Headers.Contains("Tocsin-As-Of"));
    }

    private static Task<HttpResponseMessage> NoteAsync(HttpClient http, string incident) =>
        http.PostAsJsonAsync($"/api/v1/incidents/{incident}/notes", new { text = "still here" });
}
