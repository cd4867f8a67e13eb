using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>A dispatcher's few words with a gateway.</summary>
internal static class Desk
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HttpClient> SignedInAsync(Uri url, string subject = "wang", string role = "dispatcher")
    {
        var http = new HttpClient { BaseAddress = url };
        await SignInAsync(http, subject, role);
        return http;
    }

    public static async Task SignInAsync(HttpClient http, string subject = "wang", string role = "dispatcher")
    {
        var token = await DevSignIn.TokenAsync(http, subject, role, cancellation: Cancellation);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Makes an incident, with a key when one is given.</summary>
    public static async Task<HttpResponseMessage> CreateAsync(HttpClient http, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents")
        {
            Content = JsonContent.Create(new { category = "theft", priority = 2 }),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request, Cancellation);
    }

    public static async Task<string> IdOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;

    public static async Task<int> VersionOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("version").GetInt32();
}
