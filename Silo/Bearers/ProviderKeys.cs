using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Tocsin.Bearers;

/// <summary>
/// The keys of the sign-in provider, as this process, a gateway or a silo, has them in memory and on disk: asked for, or read from a file.
/// They are read in the background: at the start, every five minutes, and when a token names a key that is not known. So a provider that is
/// away or frozen holds up no request: the last good keys go on, also over a restart.
/// </summary>
public sealed partial class ProviderKeys : BackgroundService, IConfigurationManager<OpenIdConnectConfiguration>
{
    private readonly ProviderSettings _provider;
    private readonly string _source;
    private readonly string _address;
    private readonly ProviderKeysFile? _file;
    private readonly TimeProvider _time;
    private readonly ILogger<ProviderKeys> _logger;
    private readonly ProviderMetrics _metrics;
    private readonly HttpClient _http = ProviderDocuments.Client();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lock _lock = new();
    private volatile OpenIdConnectConfiguration? _keys;
    private volatile bool _answers = true;
    private bool _told;
    private bool _saidUnkept;
    private Task? _reading;
    private Task? _first;
    private long _readAt;
    private long _answeredAt;

    internal ProviderKeys(
        ProviderSettings provider, ProviderKeysFile? file, TimeProvider time, IMeterFactory meters, ILogger<ProviderKeys> logger)
    {
        (_provider, _source) = (provider, provider.KeysFile ?? provider.Authority);
        _address = provider.Authority.TrimEnd('/') + "/.well-known/openid-configuration";
        (_file, _time, _logger) = (file, time, logger);
        _readAt = _answeredAt = time.GetTimestamp();
        _metrics = new ProviderMetrics(
            meters, () => _keys?.SigningKeys.Count ?? 0, () => time.GetElapsedTime(Volatile.Read(ref _answeredAt)));
    }

    /// <summary>The last good ones, with their issuer; null: none are known, and no token can be judged.</summary>
    public OpenIdConnectConfiguration? Known => _keys;

    /// <summary>Whether a key is known now. Waits for nothing.</summary>
    /// <param name="keyId">The key that a token names; null: it names none, and any may be its.</param>
    public bool Has(string? keyId) => _keys is { } keys && (keyId is null || Has(keys, keyId));

    /// <summary>Has the keys read soon, where they were not just read: a token names one that is not known. Waits for nothing.</summary>
    public void Want() => AskAgain();

    /// <summary>
    /// Whether a token can be judged. Waits for the provider only where that may help, and never longer than
    /// <see cref="ProviderKeyLimits.Timeout"/>; all that wait share one question.
    /// </summary>
    /// <param name="keyId">The key that the token names; null: it names none.</param>
    /// <param name="gone">Cancelled when the client has gone.</param>
    /// <returns>False: the keys cannot be had now, and the token may be good.</returns>
    public async ValueTask<bool> CanJudgeAsync(string? keyId, CancellationToken gone)
    {
        if (_keys is null)
            await WaitAsync(First(), gone);
        if (_keys is not { } keys)
            return false;
        if (keyId is null || Has(keys, keyId))
            return true;
        // The provider may have changed its keys. Whoever sends unknown keys again and again does not make it ask each time.
        await WaitAsync(AskAgain() ?? First(), gone);
        return _answers || Has(_keys!, keyId);
    }

    /// <inheritdoc/>
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
        Task.FromResult(_keys ?? throw new InvalidOperationException("The sign-in keys are not known: ask CanJudgeAsync first."));

    /// <summary>Does nothing: <see cref="CanJudgeAsync"/> has asked already.</summary>
    public void RequestRefresh()
    {
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopped.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _http.Dispose();
        _stopped.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        for (var reading = First(); !stoppingToken.IsCancellationRequested; reading = Ask())
        {
            await reading;
            failures = _answers ? 0 : failures + 1;
            await Task.Delay(PauseAfter(failures), _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan PauseAfter(int failures)
    {
        if (_provider.KeysFile is not null)
            return ProviderKeyLimits.FileAge;
        if (failures == 0)
            return ProviderKeyLimits.Age;
        var pause = ProviderKeyLimits.RetryFirst * Math.Pow(2, Math.Min(failures - 1, 10));
        return pause < ProviderKeyLimits.RetryMax ? pause : ProviderKeyLimits.RetryMax;
    }

    private static bool Has(OpenIdConnectConfiguration keys, string keyId) =>
        keys.SigningKeys.Any(k => string.Equals(k.KeyId, keyId, StringComparison.Ordinal));

    private async Task WaitAsync(Task reading, CancellationToken gone) =>
        await reading.WaitAsync(ProviderKeyLimits.Timeout, _time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // The first question of this process: whoever comes while it is under way waits for it, whoever comes later does not.
    private Task First()
    {
        lock (_lock)
            return _first ??= _reading ??= Task.Run(ReadAsync);
    }

    private Task Ask()
    {
        lock (_lock)
            return _reading ??= Task.Run(ReadAsync);
    }

    private Task? AskAgain()
    {
        lock (_lock)
            return _reading ?? (_time.GetElapsedTime(_readAt) < ProviderKeyLimits.Refresh ? null : _reading = Task.Run(ReadAsync));
    }

    // By Task.Run: not under the lock of the caller, nor in the turns of a grain that a call is for.
    private async Task ReadAsync()
    {
        try
        {
            using var enough = new CancellationTokenSource(ProviderKeyLimits.Timeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, _stopped.Token);
            if (_provider.KeysFile is { } file)
                Take(await OfFileAsync(file, either.Token).WaitAsync(either.Token));
            else
                await OfProviderAsync(either.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (!_stopped.IsCancellationRequested)
                Fail(exception);
        }
        finally
        {
            lock (_lock)
            {
                _readAt = _time.GetTimestamp();
                _reading = null;
            }
        }
    }

    private async Task OfProviderAsync(CancellationToken cancel)
    {
        var documents = new ProviderDocuments(_http, _address.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));
        Take(await ParseAsync(documents, cancel).WaitAsync(cancel));
        Keep(documents.Read);
    }

    private async Task<OpenIdConnectConfiguration> ParseAsync(IDocumentRetriever documents, CancellationToken cancel) =>
        Checked(await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, cancel));

    private async Task<OpenIdConnectConfiguration> OfFileAsync(string file, CancellationToken cancel)
    {
        if (new FileInfo(file).Length > ProviderKeyLimits.DocumentBytesMax)
            throw new InvalidDataException("it is too long");
        var keys = new OpenIdConnectConfiguration { Issuer = _provider.Issuer ?? _provider.Authority };
        foreach (var key in JsonWebKeySet.Create(await File.ReadAllTextAsync(file, cancel)).GetSigningKeys())
            keys.SigningKeys.Add(key);
        return Checked(keys);
    }

    private static OpenIdConnectConfiguration Checked(OpenIdConnectConfiguration keys) =>
        string.IsNullOrEmpty(keys.Issuer) || keys.SigningKeys.Count == 0
            ? throw new InvalidDataException("it names no issuer, or no key")
            : keys;

    private void Take(OpenIdConnectConfiguration keys)
    {
        var isNews = _keys is null || !_answers;
        _keys = keys;
        _answers = true;
        _told = false;
        Volatile.Write(ref _answeredAt, _time.GetTimestamp());
        _metrics.Read(ok: true);
        if (isNews)
            LogRead(_source, keys.SigningKeys.Count);
    }

    private void Fail(Exception exception)
    {
        _answers = false;
        _metrics.Read(ok: false);
        if (_told)
            return;
        _told = true;
        var reason = exception is OperationCanceledException ? "it did not answer in time" : Innermost(exception).Message;
        if (_keys is null)
            LogNone(_source, reason);
        else
            LogAway(_source, reason);
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private async Task LoadAsync()
    {
        try
        {
            if (_file?.Read() is not { } kept)
                return;
            if (kept.Authority != _provider.Authority)
            {
                LogOfAnother(_file.Path);
                return;
            }

            _keys = await ParseAsync(new ProviderDocuments.Kept(kept.Documents), CancellationToken.None);
            LogLoaded(_file.Path, _keys.SigningKeys.Count, kept.ReadAt);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogUnusable(_file!.Path, exception.Message);
        }
    }

    private void Keep(IReadOnlyDictionary<string, string> documents)
    {
        if (_file is null)
            return;
        try
        {
            var kept = documents.ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);
            _file.Write(new(_provider.Authority, _time.GetUtcNow(), kept));
            _saidUnkept = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            if (!_saidUnkept)
                LogUnkept(_file.Path, exception.Message);
            _saidUnkept = true;
        }
    }

    [LoggerMessage(3031, LogLevel.Information, "The sign-in keys of {Source} were read: {Count} keys")]
    private partial void LogRead(string source, int count);

    [LoggerMessage(3032, LogLevel.Error,
        "The sign-in keys of {Source} cannot be had: requests with a token are answered 503, and this process is not ready: {Reason}")]
    private partial void LogNone(string source, string reason);

    [LoggerMessage(3033, LogLevel.Warning,
        "The sign-in provider ({Source}) does not give its keys: the last ones go on, but nobody can sign in or renew: {Reason}")]
    private partial void LogAway(string source, string reason);

    [LoggerMessage(3034, LogLevel.Information, "Kept sign-in keys were loaded from {Path}: {Count} keys of {ReadAt:u}")]
    private partial void LogLoaded(string path, int count, DateTimeOffset readAt);

    [LoggerMessage(3035, LogLevel.Warning, "The sign-in keys kept in {Path} are of another provider, and are not used")]
    private partial void LogOfAnother(string path);

    [LoggerMessage(3036, LogLevel.Warning, "The sign-in keys kept in {Path} cannot be used: {Reason}")]
    private partial void LogUnusable(string path, string reason);

    [LoggerMessage(3037, LogLevel.Warning,
        "The sign-in keys cannot be kept in {Path}: without the provider a start would not be ready: {Reason}")]
    private partial void LogUnkept(string path, string reason);
}
