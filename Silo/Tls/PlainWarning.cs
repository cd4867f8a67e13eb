namespace Tocsin.Tls;

/// <summary>Warns at each start that members talk without TLS.</summary>
internal sealed partial class PlainWarning(ILogger<PlainWarning> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogPlain();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        3014,
        LogLevel.Warning,
        "Silos and gateways talk without TLS (Tocsin:Tls:None): whoever is on their network can listen, and call silos as a gateway does. "
        + "Set Tocsin:Tls:CertificateFile, :KeyFile and :AuthorityFile")]
    private partial void LogPlain();
}
