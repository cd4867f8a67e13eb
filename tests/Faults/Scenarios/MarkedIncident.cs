using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>An incident whose narrative stands nowhere else, so that its bytes are found in a file.</summary>
/// <param name="id">Its id.</param>
/// <param name="marker">Its narrative: letters a to p, in which any bit may flip and leave a letter.</param>
internal sealed class MarkedIncident(string id, string marker)
{
    /// <summary>How long the narrative is: a row stays below what PostgreSQL compresses.</summary>
    private const int Length = 1_400;

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Its narrative.</summary>
    public string Marker => marker;

    /// <summary>Makes one.</summary>
    public static async Task<MarkedIncident> MakeAsync(Uri url)
    {
        using var http = await SignedInAsync(url);
        var marker = string.Create(Length, 0, (text, _) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)('a' + Random.Shared.Next(16));
        });
        using var made = await http.PostAsJsonAsync("/api/v1/incidents", new { category = "theft", priority = 2, narrative = marker });
        var body = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return new MarkedIncident(body.GetProperty("id").GetString()!, marker);
    }

    /// <summary>Asks for it, or for a part of it.</summary>
    /// <param name="url">The gateway.</param>
    /// <param name="part">Nothing, or <c>/trail</c>.</param>
    /// <returns>The status, with the problem's code if there is one: <c>200</c>, <c>503 damaged</c>.</returns>
    public async Task<string> AskAsync(Uri url, string part = "")
    {
        using var http = await SignedInAsync(url);
        using var answer = await http.GetAsync(new Uri($"/api/v1/incidents/{id}{part}", UriKind.Relative));
        if (answer.IsSuccessStatusCode)
            return $"{(int)answer.StatusCode}";
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return $"{(int)answer.StatusCode} {problem.GetProperty("code").GetString()}";
    }

    private static async Task<HttpClient> SignedInAsync(Uri url)
    {
        var http = new HttpClient { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await DevSignIn.TokenAsync(http, "li", "supervisor"));
        return http;
    }
}
