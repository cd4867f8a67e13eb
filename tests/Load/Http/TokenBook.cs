using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tocsin.Tests.Load.Http;

/// <summary>
/// A token for each role, fetched once from <c>POST /dev/token</c>, or one given token for all of them
/// (environment variable <see cref="Variable"/>, for a Tocsin that trusts a real identity provider).
/// </summary>
/// <param name="subject">Who the tokens speak for. Keys count per subject, so a resumed run must give the same one.</param>
/// <param name="given">The one token for every role, or null to fetch them.</param>
public sealed class TokenBook(string subject, string? given)
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
        using var answer = await http.PostAsJsonAsync("/dev/token", new { subject = name, role = word }, stop);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"POST /dev/token answered {(int)answer.StatusCode}. Give a token in {Variable} if this Tocsin hands none out.",
                null,
                answer.StatusCode);
        }

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return tokens.GetOrAdd((role, person), body.GetProperty("token").GetString()!);
    }
}
