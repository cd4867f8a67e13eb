using System.Text.Json;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>More incidents than anybody takes, on limits of ten seconds; and the only unit on duty busy with the first.</summary>
public static class Storm
{
    private const int Incidents = 30;
    private const string Policy = "ten-seconds";
    private const string Unit = "STORM-1";

    /// <summary>Brings it about.</summary>
    public static async Task BeginAsync(WatchedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        using var client = cluster.Client();
        await DoAsync(client, HttpMethod.Put, $"/settings/policies/{Policy}", new
        {
            limits = new[] { new { stage = "assign", limitSeconds = 10 }, new { stage = "arrive", limitSeconds = 10 } },
            escalation = new { stationSeconds = 0, supervisorSeconds = 86_400, dutyCommanderSeconds = 86_400 },
        }, Role.Admin);
        await DoAsync(client, HttpMethod.Put, "/settings/policy", new { name = Policy }, Role.Admin);
        var (capabilities, home) = (Array.Empty<string>(), new { lat = 36.5, lon = 113.0 });
        var unit = new { callSign = Unit, kind = "patrol", station = "S1", capabilities, home };
        await DoAsync(client, HttpMethod.Put, $"/units/{Unit}", unit, Role.Admin);
        await DoAsync(client, HttpMethod.Post, $"/units/{Unit}/duty", new { onDuty = true }, Role.Dispatcher);
        string? first = null;
        for (var i = 0; i < Incidents; i++)
        {
            var made = await DoAsync(client, HttpMethod.Post, "/incidents", new { category = "storm", priority = 2 }, Role.Dispatcher);
            first ??= made.Read<JsonElement>().GetProperty("id").GetString();
        }

        await DoAsync(client, HttpMethod.Post, $"/incidents/{first}/assignments", new { unitIds = new[] { Unit } }, Role.Dispatcher);
    }

    /// <summary>Closes all of it.</summary>
    public static async Task EndAsync(WatchedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        using var client = cluster.Client();
        await DoAsync(client, HttpMethod.Put, "/settings/policy", new Dictionary<string, string?> { ["name"] = null }, Role.Admin);
        var open = await client.GetAsync("/incidents?status=open&q=storm&limit=200", Role.Supervisor, CancellationToken.None);
        foreach (var incident in open.Read<JsonElement>().GetProperty("items").EnumerateArray())
            await DoAsync(
                client,
                HttpMethod.Post,
                $"/incidents/{incident.GetProperty("id").GetString()}/closure",
                new { disposition = "handled" },
                Role.Dispatcher);
        await DoAsync(client, HttpMethod.Post, $"/units/{Unit}/duty", new { onDuty = false }, Role.Dispatcher);
    }

    private static async Task<Reply> DoAsync(TocsinClient client, HttpMethod method, string path, object body, Role role)
    {
        var reply = await client.SendAsync(method, path, body, null, role, CancellationToken.None);
        return reply.Ok ? reply : throw new InvalidOperationException($"{method} {path}: {reply.Status} {reply.Code}");
    }
}
