using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.SignIn;

/// <summary>A real OpenID provider as a process of its own (<c>tests/Provider</c>): it can be killed, frozen, and started again.</summary>
public sealed class RunningProvider : IAsyncDisposable
{
    /// <summary>The console's client id.</summary>
    public const string Client = "tocsin-console";

    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-provider-").FullName;

    /// <summary>Makes one; it is not started yet.</summary>
    /// <param name="consoles">The addresses to which it may return people.</param>
    /// <param name="tokenLifetime">How long an access token is valid.</param>
    public RunningProvider(IReadOnlyList<Uri> consoles, TimeSpan tokenLifetime)
    {
        ArgumentNullException.ThrowIfNull(consoles);
        Process = new ServerProcess(
            Checkout.Provider,
            new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
            [
                "--Folder", _folder, "--AccessTokenLifetime", tokenLifetime.ToString("c", CultureInfo.InvariantCulture),
                .. consoles.SelectMany((console, i) => new[] { $"--Redirects:{i}", console.ToString() }),
            ],
            new Dictionary<string, string>());
    }

    /// <summary>The process.</summary>
    public ServerProcess Process { get; }

    /// <summary>Its address, as <c>Tocsin:Jwt:Authority</c> has it.</summary>
    public string Authority => Process.Url.ToString().TrimEnd('/');

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        Process.Start();
        await Process.ReadyAsync();
    }

    /// <summary>Who there is from now on: a token is issued to nobody else, and with no other roles.</summary>
    public void Know(params IReadOnlyList<ProviderPerson> people)
    {
        var file = Path.Combine(_folder, "people.json");
        var text = JsonSerializer.Serialize(people.ToDictionary(p => p.Name, p => new { roles = p.Roles, unitId = p.UnitId, acr = p.Acr }));
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
