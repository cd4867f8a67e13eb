using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Tocsin.Hosting;

namespace Tocsin.Telemetry;

/// <summary>How the log is written: for people, or for machines.</summary>
public static class LogFormat
{
    private const string Key = "Tocsin:Log:Format";

    /// <summary>Sets it as <c>Tocsin:Log:Format</c> says: <c>text</c> (the default) or <c>json</c>, one object a line.</summary>
    /// <exception cref="MisconfigurationException">It is neither.</exception>
    public static void AddTocsinLogFormat(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        switch (builder.Configuration[Key])
        {
            case null or "" or "text":
                break;
            case "json":
                builder.Services.TryAddSingleton(TimeProvider.System);
                builder.Logging
                    .AddConsole(console => console.FormatterName = JsonLines.FormatterName)
                    .AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
                break;
            default:
                throw new MisconfigurationException(Key, "must be 'text' or 'json'");
        }
    }
}
