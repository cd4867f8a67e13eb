namespace Tocsin.Telemetry;

/// <summary>What no process of ours says.</summary>
public static class LogFilters
{
    /// <summary>
    /// Leaves out what libraries say of each single request and each single grain: of people it would tell too much, of the machine too
    /// much at once.
    /// </summary>
    public static void AddTocsinLogFilters(this ILoggingBuilder logging)
    {
        // Requests are not logged: their paths and queries may name people. What goes wrong is.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Speaks four lines for each grain that is placed; a log that cannot be written as fast holds up whoever writes to it.
        logging.AddFilter("Polly", LogLevel.Warning);
    }
}
