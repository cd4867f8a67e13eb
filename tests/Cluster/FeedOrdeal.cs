using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.Faults.Scenarios;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// Consoles on the live feed while the gateway that they hang on is killed, and then a silo: the load program judges each of them against
/// the journal.
/// </summary>
internal static class FeedOrdeal
{
    private const int LoadSeconds = 14;

    /// <summary>How many clients: <c>TOCSIN_FEED_CLIENTS</c>, 60 unless it is set.</summary>
    private static int Clients =>
        int.TryParse(Environment.GetEnvironmentVariable("TOCSIN_FEED_CLIENTS"), CultureInfo.InvariantCulture, out var n) ? n : 60;

    /// <summary>Passes when every client saw every event once, in order, though all of them lost their gateway.</summary>
    public static async Task PassAsync(SupervisedCluster cluster, int number)
    {
        await Task.WhenAll(cluster.All.Select(p => p.ReadyAsync()));
        var (commands, gateway) = (cluster.Servers.Gateways[0], cluster.Servers.Gateways[1]);
        var silo = cluster.Servers.Silos[number % cluster.Servers.Silos.Count];
        var json = Path.GetTempFileName();
        try
        {
            await using var program = LoadProgram.Start(
                "feed", "--clients", Text(Clients), "--seconds", Text(LoadSeconds), "--rate", "8",
                "--url", gateway.Url.ToString(), "--command-url", commands.Url.ToString(),
                "--kill", Text(gateway.Pid), "--kill", Text(silo.Pid), "--json", json);
            var (exit, output) = await program.EndAsync();
            TestContext.Current.TestOutputHelper?.WriteLine(output);
            Assert.True(exit == 0, string.Join('\n', [output, .. cluster.All.Select(p => $"== {p.Url}\n{p.Output}")]));
            var result = JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken)).RootElement;
            Assert.True(result.GetProperty("connections").GetInt32() >= 2 * Clients, output);
        }
        finally
        {
            File.Delete(json);
        }

        await Task.WhenAll(cluster.All.Select(p => p.ReadyAsync()));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
