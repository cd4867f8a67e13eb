using System.Text.Json;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>Incidents in the states that a test of the console needs, made over HTTP.</summary>
internal static class Scene
{
    /// <summary>An open incident with a place.</summary>
    public static async Task<Made> IncidentAsync(HttpClient http, string category, DateTimeOffset? occurredAt = null)
    {
        var location = new { lat = 36.53, lon = 113.05, address = "太行路 12 号" };
        var made = await Centre.DoAsync(
            http, HttpMethod.Post, "incidents", new { category, priority = 2, location, narrative = "三人互殴", occurredAt });
        return new Made(made.GetProperty("id").GetString()!, made.GetProperty("number").GetString()!);
    }

    /// <summary>Assigns a unit, and reports a stage of it.</summary>
    public static async Task SendAsync(
        HttpClient http, Made incident, string unit, string? stage = null, DateTimeOffset? occurredAt = null)
    {
        await Centre.DoAsync(
            http, HttpMethod.Post, $"incidents/{incident.Id}/assignments", new { unitIds = new[] { unit }, occurredAt });
        if (stage is not null)
            await Centre.DoAsync(http, HttpMethod.Post, $"incidents/{incident.Id}/assignments/{unit}/progress", new { stage });
    }

    /// <summary>Ends an incident, and frees its units.</summary>
    public static Task CloseAsync(HttpClient http, Made incident) =>
        Centre.DoAsync(http, HttpMethod.Post, $"incidents/{incident.Id}/closure", new { disposition = "settled" });

    /// <summary>The incident as it is now.</summary>
    public static async Task<JsonElement> ReadAsync(HttpClient http, Made incident) =>
        JsonDocument.Parse(await http.GetStringAsync("incidents/" + incident.Id)).RootElement;

    /// <summary>How many events of a kind its trail has.</summary>
    public static async Task<int> CountAsync(HttpClient http, Made incident, string kind)
    {
        var trail = JsonDocument.Parse(await http.GetStringAsync($"incidents/{incident.Id}/trail?limit=200")).RootElement;
        return trail.GetProperty("items").EnumerateArray().Count(e => e.GetProperty("kind").GetString() == kind);
    }
}
