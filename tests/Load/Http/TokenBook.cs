using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tocsin.Tests.Load.Http;

/// <summary>
/// A token for each role, fetched once from <c>POST /dev/token</c>, or one given token for all of them
/// (environment variable <see cref="Variable"/>, for a Tocsin that trusts a real identity provider).
/// </summary>
/// <param name="subject">Who the tokens speak for. Keys count per subject, so a resumed run must give the same one.</param>
/// <param name="given">The one token for every role, or null to fetch them.</param>
/// <param name="keys">The keys of development sign-in to fetch them with; null: those of <see cref="DevKeys"/>.</param>
public sealed class TokenBook(string subject, string? given, IReadOnlyList<string>? keys = null)
{
    /// <summary>The environment variable that may carry a token good for every role this program uses.</summary>
    public const string Variable = "TOCSIN_TOKEN";

    private readonly ConcurrentDictionary<(Role Role, int Person), string> tokens = new();

    /// <summary>The token of <paramref name="role"/>; a given one is the same for every person.</summary>
    /// <param name="http">Asks the gateway.</param>
    /// <param name="role">The role.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="person">Which of the people of this role; 0: the one who does everything but read feeds.</param>
    /// <exception cref="HttpRequestException">No token was given, and the gateway hands none out.</exception>
    public async ValueTask<string> GetAsync(HttpClient http, Role role, CancellationToken stop, int person = 0)
    {
        if (given is not null)
            return given;
        if (tokens.TryGetValue((role, person), out var known))
            return known;

        var word = JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
        var name = person == 0 ? $"{subject}-{word}" : $"{subject}-{word}-{person}";
        return tokens.GetOrAdd((role, person), await FetchAsync(http, new { subject = name, role = word }, stop));
    }

    // Of several keys that lie on this machine one fits; a wrong one is answered 404.
    private async Task<string> FetchAsync(HttpClient http, object question, CancellationToken stop)
    {
        HttpStatusCode? status = null;
        foreach (var key in keys ?? DevKeys.Read())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/token")
            {
                Content = JsonContent.Create(question),
                Headers = { { DevKeys.Header, key } },
            };
            using var answer = await http.SendAsync(request, stop);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("token").GetString()!;
            status = answer.StatusCode;
            if (status != HttpStatusCode.NotFound)
                break;
        }

        var what = status is { } code ? $"POST /dev/token answered {(int)code}." : "No key of development sign-in was found.";
        throw new HttpRequestException(
            $"{what} Name the gateway's dev.key in {DevKeys.Variable}, or give a token in {Variable}.", null, status);
    }
}
