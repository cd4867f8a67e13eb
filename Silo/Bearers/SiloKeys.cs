using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Tocsin.Bearers;

/// <summary>
/// The keys of the OIDC provider, as this silo has them: asked for in the background, or read from a file. The last good ones stay in use.
/// </summary>
internal sealed partial class SiloKeys : BackgroundService
{
    private readonly ProviderSettings _provider;
    private readonly BearerSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<SiloKeys> _logger;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _wanted = new(0, 1);
    private readonly Lock _lock = new();
    private volatile TokenValidationParameters? _valid;
    private bool _failed;

    public SiloKeys(BearerSettings settings, TimeProvider time, ILogger<SiloKeys> logger)
    {
        (_settings, _provider, _time, _logger) = (settings, settings.Provider!, time, logger);
        _http = new HttpClient { Timeout = ProviderKeyLimits.Timeout, MaxResponseContentBufferSize = ProviderKeyLimits.DocumentBytesMax };
    }

    /// <summary>By what the provider's tokens are judged; null: its keys are not known yet.</summary>
    public TokenValidationParameters? Valid => _valid;

    /// <summary>Whether the key of a token is known.</summary>
    /// <param name="keyId">The key that it names; empty: it names none.</param>
    public bool Has(string keyId) =>
        _valid is { } valid && (keyId.Length == 0 || valid.IssuerSigningKeys.Any(k => k.KeyId == keyId));

    /// <summary>Has the keys read anew, soon: a token names one that is not known.</summary>
    public void Want()
    {
        lock (_lock)
        {
            if (_wanted.CurrentCount == 0)
                _wanted.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _http.Dispose();
        _wanted.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadAsync();
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadAsync(stoppingToken);
            await Task.Delay(ProviderKeyLimits.Refresh, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await RestAsync(stoppingToken);
        }
    }

    // Until somebody wants them, or they are old; where there are none, or the last question failed, they are asked for at once.
    private async Task RestAsync(CancellationToken stoppingToken)
    {
        if (_valid is null || _failed)
            return;
        using var old = new CancellationTokenSource(_settings.KeysFile is null ? ProviderKeyLimits.Age : ProviderKeyLimits.FileAge, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(old.Token, stoppingToken);
        await _wanted.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LoadAsync()
    {
        if (_settings is not { KeyCache: { } path, KeysFile: null })
            return;
        try
        {
            if (new KeptKeys(path).Read(_provider.Authority) is { } documents)
                Take(await ParseAsync(new ProviderDocuments.Kept(documents), CancellationToken.None), path);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotKept(path, exception.Message);
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (_settings.KeysFile is { } file)
                Take(await OfFileAsync(file, stoppingToken), file);
            else
                await AskAsync(stoppingToken);
            _failed = false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (!_failed && !stoppingToken.IsCancellationRequested)
                LogNotRead(_settings.KeysFile ?? _provider.Authority, exception.Message);
            _failed = true;
        }
    }

    private void Take((string Issuer, ICollection<SecurityKey> Keys) keys, string source)
    {
        if (string.IsNullOrEmpty(keys.Issuer) || keys.Keys.Count == 0)
            throw new InvalidDataException("it names no issuer, or no key");
        var isNews = _valid is null || _failed;
        var valid = TokenForm.OfProvider(_provider.Audience);
        valid.ValidIssuer = keys.Issuer;
        valid.IssuerSigningKeys = keys.Keys;
        _valid = valid;
        if (isNews)
            LogRead(source, keys.Keys.Count);
    }

    private async Task AskAsync(CancellationToken stoppingToken)
    {
        using var enough = new CancellationTokenSource(ProviderKeyLimits.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, stoppingToken);
        var isSecure = _provider.Authority.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        var documents = new ProviderDocuments(_http, isSecure);
        Take(await ParseAsync(documents, either.Token), _provider.Authority);
        Keep(documents.Got);
    }

    private async Task<(string Issuer, ICollection<SecurityKey> Keys)> ParseAsync(IDocumentRetriever documents, CancellationToken cancel)
    {
        var address = _provider.Authority.TrimEnd('/') + "/.well-known/openid-configuration";
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancel);
        return (configuration.Issuer, configuration.SigningKeys);
    }

    private async Task<(string Issuer, ICollection<SecurityKey> Keys)> OfFileAsync(string file, CancellationToken stoppingToken)
    {
        if (new FileInfo(file).Length > ProviderKeyLimits.DocumentBytesMax)
            throw new InvalidDataException("it is too long");
        var keys = JsonWebKeySet.Create(await File.ReadAllTextAsync(file, stoppingToken)).GetSigningKeys();
        return (_settings.Issuer ?? _provider.Authority, [.. keys]);
    }

    private void Keep(IReadOnlyDictionary<string, string> documents)
    {
        if (_settings.KeyCache is not { } path)
            return;
        try
        {
            new KeptKeys(path).Write(new(_provider.Authority, _time.GetUtcNow(), documents));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotKept(path, exception.Message);
        }
    }

    [LoggerMessage(3051, LogLevel.Information, "The sign-in keys of {Source} were read, to judge the tokens of gateways: {Count} keys")]
    private partial void LogRead(string source, int count);

    [LoggerMessage(3052, LogLevel.Error,
        "The sign-in keys of {Source} cannot be had. Keys that were read before go on; without any, calls with a token are answered 503: "
        + "{Reason}")]
    private partial void LogNotRead(string source, string reason);

    [LoggerMessage(3053, LogLevel.Warning,
        "The sign-in keys cannot be kept in {Path}, or not be used: a start without the provider judges no token: {Reason}")]
    private partial void LogNotKept(string path, string reason);
}
