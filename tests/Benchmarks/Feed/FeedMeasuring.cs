using System.Globalization;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Feed;

/// <summary>
/// Runs the load program's clients. They hang on the second gateway, commands go to the first: what the second one uses is the feed's and
/// nobody else's.
/// The bare endpoint lives in this very process, which does nothing else meanwhile; the same load runs beside it.
/// </summary>
internal sealed class FeedMeasuring(RunningCluster cluster, string folder, int seconds)
{
    private string Recording => Path.Combine(folder, "feed.bin");

    private string Json => Path.Combine(folder, "feed.json");

    private ServerProcess Watched => cluster.Gateways[1];

    private Uri Commands => cluster.Gateways[0].Url;

    /// <summary>Everything is compiled and every cache filled before anything counts.</summary>
    public Task WarmUpAsync(CancellationToken cancellation) => GatewayAsync(50, cancellation);

    /// <summary>So many clients on the gateway; what the first of them reads is kept for the bare endpoint.</summary>
    public async Task<FeedScore> GatewayAsync(int clients, CancellationToken cancellation)
    {
        await using var program = LoadProgram.Start(
        [
            .. Clients(clients, Watched.Url, seconds),
            "--command-url",
            Commands.ToString(),
            "--pid",
            Text(Watched.Pid),
            .. clients > 0 ? new[] { "--record", Recording } : [],
        ]);
        return await ScoreAsync("gateway", program, cancellation);
    }

    /// <summary>So many clients on the bare endpoint.</summary>
    public async Task<FeedScore> BareAsync(int clients, CancellationToken cancellation)
    {
        var pieces = await RecordedPiece.ReadAsync(Recording, cancellation);
        await using var bare = await BareFeed.StartAsync(pieces);
        await using var load = LoadProgram.Start("profile", "city-peak", "--seconds", Text(seconds), "--url", Commands.ToString());
        await using var program = LoadProgram.Start(
            [
                .. Clients(clients, bare.Url, (int)pieces[^1].At.TotalSeconds + 1),
                "--profile",
                "none",
                "--no-trails",
                "--pid",
                Text(Environment.ProcessId),
            ]);
        await bare.ReplayAsync(clients, cancellation);
        var score = await ScoreAsync("bare endpoint", program, cancellation);
        await FeedCommand.EndAsync(load);
        return score;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string[] Clients(int clients, Uri url, int duration) =>
        ["feed", "--clients", Text(clients), "--seconds", Text(duration), "--url", url.ToString(), "--p99", "0", "--json", Json];

    private async Task<FeedScore> ScoreAsync(string contender, LoadProgram program, CancellationToken cancellation)
    {
        File.Delete(Json);
        var output = await FeedCommand.EndAsync(program);
        if (!File.Exists(Json))
            throw new InvalidOperationException(output);
        return await FeedScore.ReadAsync(contender, Json, cancellation);
    }
}
