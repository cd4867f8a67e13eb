using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>
/// Loads a renewed certificate from its files and logs it; warns 14 days before a certificate expires, and again each 6 h.
/// </summary>
public sealed partial class CertificateWatch(
    CertificateFiles files, TimeProvider time, ILogger<CertificateWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // Long enough for an operator who comes back from a holiday.
    private static readonly TimeSpan WarnBefore = TimeSpan.FromDays(14);
    private static readonly TimeSpan WarnAgainAfter = TimeSpan.FromHours(6);

    private DateTimeOffset _warned = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            Look();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Look()
    {
        try
        {
            if (files.Renew())
                LogRenewed(files.Path, files.Current.TargetCertificate.NotAfter.ToUniversalTime());
        }
        catch (MisconfigurationException e)
        {
            // Perhaps one of the two files is not there yet; the next check will tell.
            Warn(() => LogNotRead(e.Message));
        }

        var end = files.Current.TargetCertificate.NotAfter.ToUniversalTime();
        if (end - time.GetUtcNow() < WarnBefore)
            Warn(() => LogEnds(files.Path, end));
    }

    private void Warn(Action log)
    {
        if (time.GetUtcNow() - _warned < WarnAgainAfter)
            return;
        _warned = time.GetUtcNow();
        log();
    }

    [LoggerMessage(3011, LogLevel.Information, "The certificate {Path} was renewed, and is valid until {End:u}")]
    private partial void LogRenewed(string path, DateTime end);

    [LoggerMessage(3012, LogLevel.Warning, "A renewed certificate was not loaded; the previous one stays in use: {Why}")]
    private partial void LogNotRead(string why);

    [LoggerMessage(3013, LogLevel.Warning, "The certificate {Path} expires at {End:u} and was not renewed")]
    private partial void LogEnds(string path, DateTime end);
}
