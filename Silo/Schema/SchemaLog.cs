using System.Globalization;
using DbUp.Engine.Output;

namespace Tocsin.Schema;

/// <summary>Hands what the migration library says to our log.</summary>
internal sealed partial class SchemaLog(ILogger logger) : IUpgradeLog
{
    /// <inheritdoc/>
    public void LogTrace(string format, params object[] args) => LogDetail(logger, Text(format, args));

    /// <inheritdoc/>
    public void LogDebug(string format, params object[] args) => LogDetail(logger, Text(format, args));

    /// <inheritdoc/>
    public void LogInformation(string format, params object[] args) => LogStep(logger, Text(format, args));

    /// <inheritdoc/>
    public void LogWarning(string format, params object[] args) => LogOdd(logger, Text(format, args), null);

    /// <inheritdoc/>
    public void LogError(string format, params object[] args) => LogOdd(logger, Text(format, args), null);

    /// <inheritdoc/>
    public void LogError(Exception ex, string format, params object[] args) => LogOdd(logger, Text(format, args), ex);

    private static string Text(string format, object[] args) =>
        args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);

    [LoggerMessage(2111, LogLevel.Debug, "Schema: {Text}")]
    private static partial void LogDetail(ILogger logger, string text);

    [LoggerMessage(2112, LogLevel.Information, "Schema: {Text}")]
    private static partial void LogStep(ILogger logger, string text);

    [LoggerMessage(2113, LogLevel.Warning, "Schema: {Text}")]
    private static partial void LogOdd(ILogger logger, string text, Exception? exception);
}
