using System.Text.Json;

namespace Tocsin.Tests.Benchmarks.Feed;

/// <summary>What the load program measured of a run of clients.</summary>
/// <param name="Contender">Whom they hung on.</param>
/// <param name="Clients">How many they were.</param>
/// <param name="Events">How many events each was told.</param>
/// <param name="P50Ms">From commit to client.</param>
/// <param name="P99Ms">From commit to client.</param>
/// <param name="MaxMs">From commit to client.</param>
/// <param name="Cpu">Share of a processor.</param>
/// <param name="MiB">Memory.</param>
/// <param name="ClientsCpu">The clients' own share of a processor.</param>
/// <param name="Wrong">Clients that did not see exactly what happened.</param>
internal sealed record FeedScore(
    string Contender, int Clients, int Events, double P50Ms, double P99Ms, double MaxMs, double Cpu, double MiB, double ClientsCpu,
    int Wrong)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the load program's JSON.</summary>
    public static async Task<FeedScore> ReadAsync(string contender, string path, CancellationToken cancellation)
    {
        var read = JsonSerializer.Deserialize<Result>(await File.ReadAllTextAsync(path, cancellation), Options)!;
        return new FeedScore(
            contender, read.Clients, read.Events, read.Live.P50, read.Live.P99, read.Live.Max, read.Cpu ?? double.NaN,
            (read.ResidentBytes ?? 0) / (double)(1 << 20), read.OwnCpu, read.Inexact);
    }

    private sealed record Result(int Clients, int Events, Figures Live, double? Cpu, long? ResidentBytes, double OwnCpu, int Inexact);

    private sealed record Figures(double P50, double P99, double Max);
}
