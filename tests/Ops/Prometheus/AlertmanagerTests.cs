using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>A real Alertmanager with our configuration: what it keeps back.</summary>
public sealed class AlertmanagerTests
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(15);

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
        var waited = Stopwatch.StartNew();
        while (!(await ToldAsync(http)).Order(StringComparer.Ordinal).SequenceEqual(told.Order(StringComparer.Ordinal)))
        {
            Assert.True(waited.Elapsed < Within, $"Told are: {string.Join(", ", await ToldAsync(http))}.");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static object Alert(string name, string severity) => new { labels = new { alertname = name, severity, scope = "service" } };

    private static async Task<IReadOnlyList<string>> ToldAsync(HttpClient http) => [.. (await http.GetFromJsonAsync<JsonArray>("/api/v2/alerts?inhibited=false"))!
        .Select(a => $"{a!["labels"]!["alertname"]} {a["labels"]!["severity"]}")];
}
