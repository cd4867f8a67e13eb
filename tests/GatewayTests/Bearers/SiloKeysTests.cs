using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Bearers;
using Tocsin.Secrets;
using Tocsin.Settings;
using Tocsin.Tests.GatewayTests.SignIn;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Bearers;

/// <summary>From where a silo has the provider's keys.</summary>
public sealed class SiloKeysTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-keys-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private FakeProvider _provider = null!;

    private IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public async ValueTask InitializeAsync() => _provider = await FakeProvider.Start();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_gives_them_and_is_read_again_when_it_changes()
    {
        var file = Path.Combine(_folder, "jwks.json");
        await File.WriteAllTextAsync(file, "no keys", TestContext.Current.CancellationToken);
        var settings = Settings(("Tocsin:Jwt:KeysFile", file));
        using var keys = await StartAsync(settings);
        var judge = Judge(settings, keys);
        await Assert.ThrowsAsync<TokenNotJudgedException>(async () => await judge.JudgeAsync(_provider.Token()));

        await WriteAsync(file);
        await UntilGoodAsync(judge, _provider.Token(), isOfFile: true);
        var old = _provider.Token();
        _provider.Rotate("k2");
        await Assert.ThrowsAsync<TokenNotJudgedException>(async () => await judge.JudgeAsync(_provider.Token()));
        await WriteAsync(file);
        await UntilGoodAsync(judge, _provider.Token(), isOfFile: true);
        await Assert.ThrowsAsync<TokenNotJudgedException>(async () => await judge.JudgeAsync(old));
    }

    [Fact]
    public async Task What_the_provider_gave_is_kept_for_a_start_without_it()
    {
        var file = Path.Combine(_folder, "kept.json");
        var settings = Settings(("Tocsin:Jwt:KeyCache", file));
        var token = _provider.Token(("roles", "dispatcher"));
        using (var keys = await StartAsync(settings))
            await UntilGoodAsync(Judge(settings, keys), token);
        await Until.HoldsAsync("they are kept", () => File.Exists(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await _provider.DisposeAsync();
        using (var keys = await StartAsync(settings))
            await UntilGoodAsync(Judge(settings, keys), token);

        // One that others may write says nothing.
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        using (var keys = await StartAsync(settings))
            await Assert.ThrowsAsync<TokenNotJudgedException>(async () => await Judge(settings, keys).JudgeAsync(token));
        _provider = await FakeProvider.Start();
    }

    private static TokenJudge Judge(BearerSettings settings, ProviderKeys keys) =>
        new(settings, new DerivedKeyRing(new byte[DerivedKeyRing.MinSecretBytes]), TimeProvider.System, keys);

    private BearerSettings Settings(params (string Key, string Value)[] more) => BearerSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Tocsin:Jwt:Authority", _provider.Address), new("Tocsin:Jwt:Audience", "tocsin"),
                .. more.Select(m => new KeyValuePair<string, string?>(m.Key, m.Value)),
            ])
            .Build(),
        RunMode.Cluster);

    private async Task<ProviderKeys> StartAsync(BearerSettings settings)
    {
        var file = settings.Provider!.KeyCache is { } path ? new ProviderKeysFile(path) : null;
        var keys = new ProviderKeys(settings.Provider, file, _time, Meters, NullLogger<ProviderKeys>.Instance);
        await keys.StartAsync(TestContext.Current.CancellationToken);
        return keys;
    }

    private async Task WriteAsync(string file)
    {
        using var http = new HttpClient();
        await File.WriteAllTextAsync(file, await http.GetStringAsync(new Uri(_provider.Address + "/jwks")));
    }

    private Task UntilGoodAsync(TokenJudge judge, string token, bool isOfFile = false) => Until.HoldsAsync("the token is good", async () =>
    {
        try
        {
            return (await judge.JudgeAsync(token)).Claims is { Subject: "wang" };
        }
        catch (TokenNotJudgedException)
        {
            if (isOfFile)
                _time.Advance(ProviderKeyLimits.FileAge);
            return false;
        }
    });
}
