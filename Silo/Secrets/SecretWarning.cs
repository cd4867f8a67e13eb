namespace Tocsin.Secrets;

/// <summary>Says at each start that this cluster's secret lies in its database.</summary>
internal sealed partial class SecretWarning(ILogger<SecretWarning> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogSecretInDatabase();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(3002, LogLevel.Warning, "The secret lies in the database: whoever can rewrite the journal can also forge its seals. Name a Tocsin:SecretFile")]
    private partial void LogSecretInDatabase();
}
