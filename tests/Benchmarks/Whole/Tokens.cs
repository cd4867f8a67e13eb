using System.Net.Http.Json;
using System.Text.Json;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>Who the load speaks as.</summary>
internal sealed record Tokens(string Dispatcher, string Admin, string Feeder)
{
    public static async Task<Tokens> FetchAsync(Uri gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        return new Tokens(await OneAsync("dispatcher"), await OneAsync("admin"), await OneAsync("feeder"));

        async Task<string> OneAsync(string role)
        {
            using var answer = await http.PostAsJsonAsync("/dev/token", new { subject = $"bench-{role}", role });
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        }
    }
}
