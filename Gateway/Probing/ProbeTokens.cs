using System.Net;
using System.Text.Json;
using Tocsin.Hosting;
using Tocsin.SignIn;

namespace Tocsin.Probing;

/// <summary>
/// The probe's token: a dispatcher's, from a file, which is read again when it changes or its token is refused, or from
/// <c>/dev/token</c>. Only with development tokens it also uses an administrator's, to register its own unit.
/// </summary>
/// <param name="file">The file; null: there is none.</param>
/// <param name="devKey">The key of development sign-in; null: there is none.</param>
internal sealed class ProbeTokens(string? file, string? devKey)
{
    /// <summary>The subject of its tokens.</summary>
    public const string Subject = "probe";

    /// <summary>The role of all steps.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>The role that registers the unit.</summary>
    public const string Admin = "admin";

    private readonly Dictionary<string, string> _tokens = [];
    private DateTime _written;

    /// <summary>Whether it can get a token of every role.</summary>
    public bool IsFree => file is null;

    /// <summary>Reads the file for the first time.</summary>
    /// <exception cref="MisconfigurationException">It cannot be read, or contains no token.</exception>
    public void Begin()
    {
        if (file is not null && !TryRead())
            throw new MisconfigurationException("--token-file", "must name a file with a token in it");
    }

    /// <summary>The token of a role.</summary>
    /// <param name="http">A gateway.</param>
    /// <param name="role">The role; ignored for the token of a file.</param>
    /// <param name="stop">Cancels it.</param>
    public async ValueTask<string> GetAsync(HttpClient http, string role, CancellationToken stop)
    {
        if (file is not null)
        {
            // While the file is being written, the old token is used.
            _ = File.GetLastWriteTimeUtc(file) == _written || TryRead();
            return _tokens[Dispatcher];
        }

        if (_tokens.TryGetValue(role, out var known))
            return known;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/token")
        {
            Content = JsonContent.Create(new { subject = Subject, role }),
        };
        if (devKey is not null)
            request.Headers.Add(DevKey.Header, devKey);
        using var answer = await http.SendAsync(request, stop);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            throw new MisconfigurationException(
                "--token-file", "or --dev-key-file is needed: this gateway issues no tokens without its key (/dev/token answered 404)");
        }
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("token").GetString()!;
        return _tokens[role] = token;
    }

    /// <summary>Handles a refused token.</summary>
    /// <returns>Whether another one may be valid.</returns>
    public bool Refused(string token)
    {
        if (file is not null)
            return TryRead() && _tokens[Dispatcher] != token;
        foreach (var role in _tokens.Where(t => t.Value == token).Select(t => t.Key).ToList())
            _tokens.Remove(role);
        return true;
    }

    private bool TryRead()
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(file!);
            var text = File.ReadAllText(file!).Trim();
            if (text.Length == 0 || text.Any(c => c is <= ' ' or > '~'))
                return false;
            (_tokens[Dispatcher], _written) = (text, written);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
