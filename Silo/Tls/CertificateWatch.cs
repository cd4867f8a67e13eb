using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>Takes a renewed certificate from its files, and says so; says in time when nobody renews it.</summary>
public sealed partial class CertificateWatch(CertificateFiles files, TimeProvider time, ILogger<CertificateWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // Enough for somebody who comes back from a holiday.
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
            // Perhaps one of the two files is not there yet; the next look will tell.
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

    [LoggerMessage(3011, LogLevel.Information, "The certificate {Path} was renewed, and is good until {End:u}")]
    private partial void LogRenewed(string path, DateTime end);

    [LoggerMessage(3012, LogLevel.Warning, "A renewed certificate was not taken, the one before goes on: {Why}")]
    private partial void LogNotRead(string why);

    [LoggerMessage(3013, LogLevel.Warning, "The certificate {Path} ends at {End:u}, and nobody has renewed it")]
    private partial void LogEnds(string path, DateTime end);
}
