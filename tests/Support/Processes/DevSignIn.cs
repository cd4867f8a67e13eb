using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Tocsin.Tests.Support.Processes;

/// <summary>Development sign-in at the gateways of tests, which all have the same key.</summary>
public static class DevSignIn
{
    /// <summary>The header that carries the key.</summary>
    public const string Header = "Tocsin-Dev-Key";

    // The load program, which knows no server, finds the key by this.
    private const string Variable = "TOCSIN_DEV_KEY_FILE";

    static DevSignIn()
    {
        KeyFile = Path.Combine(Directory.CreateTempSubdirectory("tocsin-dev-key-").FullName, "dev.key");
        File.WriteAllText(KeyFile, Key + "\n");
        Environment.SetEnvironmentVariable(Variable, KeyFile);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(KeyFile)!, recursive: true);
    }

    /// <summary>The key.</summary>
    public static string Key { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>The file with the key; it is deleted when the tests end.</summary>
    public static string KeyFile { get; }

    /// <summary>Asks for a token.</summary>
    /// <returns>The answer, which need not be good.</returns>
    public static async Task<HttpResponseMessage> AskAsync(HttpClient http, object question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/token")
        {
            Content = new StringContent(JsonSerializer.Serialize(question), Encoding.UTF8, "application/json"),
            Headers = { { Header, Key } },
        };
        return await http.SendAsync(request, cancellation);
    }

    /// <summary>A token of somebody.</summary>
    /// <exception cref="HttpRequestException">The gateway gives none.</exception>
    public static async Task<string> TokenAsync(
        HttpClient http, string subject, string role, string? unitId = null, CancellationToken cancellation = default)
    {
        using var answer = await AskAsync(http, new { subject, role, unitId }, cancellation);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return body.GetProperty("token").GetString()!;
    }
}
