namespace Tocsin.Secrets;

/// <summary>Warns at each start that this cluster's secret is in its database.</summary>
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

    [LoggerMessage(
        3002,
        LogLevel.Warning,
        "The secret is in the database: anybody who can rewrite the journal can also forge its seals. Set Tocsin:SecretFile")]
    private partial void LogSecretInDatabase();
}
