using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// The keys of the sign-in provider, in memory and on disk. They are read in the background: at the start, every five minutes, and when a
/// token names a key that is not known. So a provider that is away or frozen holds up no request: the last good keys go on, also over a
/// restart.
/// </summary>
internal sealed partial class ProviderKeys : BackgroundService, IConfigurationManager<OpenIdConnectConfiguration>
{
    private readonly string _authority;
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

    public ProviderKeys(
        GatewayOptions options, ProviderKeysFile? file, TimeProvider time, IMeterFactory meters, ILogger<ProviderKeys> logger)
    {
        _authority = options.Authority!;
        _address = _authority.TrimEnd('/') + "/.well-known/openid-configuration";
        (_file, _time, _logger) = (file, time, logger);
        _readAt = _answeredAt = time.GetTimestamp();
        _metrics = new ProviderMetrics(
            meters, () => _keys?.SigningKeys.Count ?? 0, () => time.GetElapsedTime(Volatile.Read(ref _answeredAt)));
    }

    /// <summary>Whether any keys are known: without them no token can be judged.</summary>
    public bool AreKnown => _keys is not null;

    /// <summary>
    /// Whether a token can be judged. Waits for the provider only where that may help, and never longer than
    /// <see cref="GatewayLimits.ProviderTimeout"/>; all that wait share one question.
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

    private static TimeSpan PauseAfter(int failures)
    {
        if (failures == 0)
            return GatewayLimits.ProviderKeysAge;
        var pause = GatewayLimits.ProviderRetryFirst * Math.Pow(2, Math.Min(failures - 1, 10));
        return pause < GatewayLimits.ProviderRetryMax ? pause : GatewayLimits.ProviderRetryMax;
    }

    private static bool Has(OpenIdConnectConfiguration keys, string keyId) =>
        keys.SigningKeys.Any(k => string.Equals(k.KeyId, keyId, StringComparison.Ordinal));

    private async Task WaitAsync(Task reading, CancellationToken gone) =>
        await reading.WaitAsync(GatewayLimits.ProviderTimeout, _time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // The first question of this process: whoever comes while it is under way waits for it, whoever comes later does not.
    private Task First()
    {
        lock (_lock)
            return _first ??= _reading ??= ReadAsync();
    }

    private Task Ask()
    {
        lock (_lock)
            return _reading ??= ReadAsync();
    }

    private Task? AskAgain()
    {
        lock (_lock)
            return _reading ?? (_time.GetElapsedTime(_readAt) < GatewayLimits.ProviderKeysRefresh ? null : _reading = ReadAsync());
    }

    private async Task ReadAsync()
    {
        // Not under the lock of the caller.
        await Task.Yield();
        try
        {
            using var enough = new CancellationTokenSource(GatewayLimits.ProviderTimeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, _stopped.Token);
            var documents = new ProviderDocuments(_http, _address.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));
            var keys = await ParseAsync(documents, either.Token).WaitAsync(either.Token);
            Take(keys);
            Keep(documents.Read);
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

    private async Task<OpenIdConnectConfiguration> ParseAsync(IDocumentRetriever documents, CancellationToken cancel)
    {
        var keys = await OpenIdConnectConfigurationRetriever.GetAsync(_address, documents, cancel);
        return string.IsNullOrEmpty(keys.Issuer) || keys.SigningKeys.Count == 0
            ? throw new InvalidDataException("it names no issuer, or no key")
            : keys;
    }

    private void Take(OpenIdConnectConfiguration keys)
    {
        var isNews = _keys is null || !_answers;
        _keys = keys;
        _answers = true;
        _told = false;
        Volatile.Write(ref _answeredAt, _time.GetTimestamp());
        _metrics.Read(ok: true);
        if (isNews)
            LogRead(_authority, keys.SigningKeys.Count);
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
            LogNone(_authority, reason);
        else
            LogAway(_authority, reason);
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private async Task LoadAsync()
    {
        try
        {
            if (_file?.Read() is not { } kept)
                return;
            if (kept.Authority != _authority)
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
            _file.Write(new(_authority, _time.GetUtcNow(), documents.ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal)));
            _saidUnkept = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            if (!_saidUnkept)
                LogUnkept(_file.Path, exception.Message);
            _saidUnkept = true;
        }
    }

    [LoggerMessage(3031, LogLevel.Information, "The sign-in keys of {Authority} were read: {Count} keys")]
    private partial void LogRead(string authority, int count);

    [LoggerMessage(3032, LogLevel.Error,
        "The sign-in keys of {Authority} cannot be had: requests with a token are answered 503, and this gateway is not ready: {Reason}")]
    private partial void LogNone(string authority, string reason);

    [LoggerMessage(3033, LogLevel.Warning,
        "The sign-in provider {Authority} does not give its keys: the last ones go on, but nobody can sign in or renew: {Reason}")]
    private partial void LogAway(string authority, string reason);

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
