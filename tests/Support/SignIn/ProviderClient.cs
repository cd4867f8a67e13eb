using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;

namespace Tocsin.Tests.Support.SignIn;

/// <summary>Signs in at a <see cref="RunningProvider"/> as a browser would: code flow with PKCE, and a cookie.</summary>
public sealed class ProviderClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _console;

    /// <summary>Makes one, with no cookie yet.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="console">The address to which it returns.</param>
    public ProviderClient(RunningProvider provider, Uri console)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = provider.Process.Url };
        _console = console;
    }

    /// <summary>Whether the provider asks who it is: nobody is signed in there.</summary>
    public async Task<bool> IsAskedAsync()
    {
        using var answer = await _http.GetAsync(Authorize("x"));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Signs in.</summary>
    /// <returns>The answer with <c>access_token</c>, <c>refresh_token</c> and <c>id_token</c>.</returns>
    /// <param name="name">Who signs in.</param>
    /// <param name="acr">How strongly the client asks them to; null: it does not ask.</param>
    public async Task<JsonElement> SignInAsync(string name, string? acr = null)
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using var named = await _http.PostAsync("/name", Form(("name", name), ("back", Authorize(verifier, acr))));
        using var returned = await _http.GetAsync(Authorize(verifier, acr));
        var query = HttpUtility.ParseQueryString(returned.Headers.Location!.Query);
        using var answer = await AskAsync(
            ("grant_type", "authorization_code"),
            ("code", query["code"]!),
            ("redirect_uri", _console.ToString()),
            ("code_verifier", verifier));
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks for newer tokens.</summary>
    public Task<HttpResponseMessage> RenewAsync(string refreshToken) =>
        AskAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    /// <summary>Gives a token back.</summary>
    public async Task RevokeAsync(string token)
    {
        using var answer = await _http.PostAsync("/connect/revoke", Form(("token", token), ("client_id", RunningProvider.Client)));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends the session.</summary>
    /// <returns>Where the provider returns.</returns>
    public async Task<Uri?> EndAsync(string idToken)
    {
        using var answer = await _http.GetAsync(
            $"/connect/end?id_token_hint={idToken}&post_logout_redirect_uri={Uri.EscapeDataString(_console.ToString())}");
        return answer.Headers.Location;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));

    private Task<HttpResponseMessage> AskAsync(params (string Name, string Value)[] fields) =>
        _http.PostAsync("/connect/token", Form([.. fields, ("client_id", RunningProvider.Client)]));

    private string Authorize(string verifier, string? acr = null)
    {
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"/connect/authorize?client_id={RunningProvider.Client}&response_type=code&scope=openid%20profile%20offline_access"
            + $"&redirect_uri={Uri.EscapeDataString(_console.ToString())}&state=s&code_challenge={challenge}&code_challenge_method=S256"
            + (acr is null ? "" : $"&acr_values={Uri.EscapeDataString(acr)}");
    }
}
