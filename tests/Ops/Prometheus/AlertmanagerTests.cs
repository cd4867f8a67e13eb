using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tocsin.Tests.Support.Waiting;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>A real Alertmanager with our configuration: what it keeps back.</summary>
public sealed class AlertmanagerTests
{
    [Fact]
    public async Task What_follows_from_what_is_told_is_kept_back_and_nothing_else()
    {
        await using var alertmanager = await AlertmanagerServer.StartAsync();
        using var http = new HttpClient { BaseAddress = alertmanager.Url };

        using var taken = await http.PostAsJsonAsync("/api/v2/alerts", new[]
        {
            Alert("SiloDown", "page"), Alert("TriesRepeated", "ticket"), Alert("FeedLagging", "ticket"),
            Alert("CommandBudgetBurns", "page"), Alert("CommandBudgetBurns", "ticket"), Alert("FeedBudgetBurns", "ticket"),
        });
        taken.EnsureSuccessStatusCode();

        string[] told = ["SiloDown page", "CommandBudgetBurns page", "FeedBudgetBurns ticket"];
        IReadOnlyList<string> seen = [];
        await Until.HoldsAsync(
            $"told are {string.Join(", ", told)}",
            async () => (seen = await ToldAsync(http)).Order(StringComparer.Ordinal).SequenceEqual(told.Order(StringComparer.Ordinal)),
            () => $"Told are: {string.Join(", ", seen)}.");
    }

    private static object Alert(string name, string severity) => new { labels = new { alertname = name, severity, scope = "service" } };

    private static async Task<IReadOnlyList<string>> ToldAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonArray>("/api/v2/alerts?inhibited=false"))!
            .Select(a => $"{a!["labels"]!["alertname"]} {a["labels"]!["severity"]}")];
}
