using Microsoft.Extensions.Options;

namespace Tocsin.Hosting;

/// <summary>Runs the gateway until it is told to stop; a start that cannot be is one line, and exit code 1.</summary>
public static class GatewayProgram
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            await using var app = GatewayApp.Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }

    /// <summary>The line that a wrong configuration is worth; null for a bug.</summary>
    private static string? Explain(Exception? exception) => exception switch
    {
        null => null,
        MisconfigurationException => exception.Message,
        OptionsValidationException => exception.Message.ReplaceLineEndings(" "),
        Orleans.Runtime.OrleansConfigurationException => exception.Message.ReplaceLineEndings(" "),
        // Kestrel says which address; the key is the command line's.
        IOException when exception.Message.Contains("address", StringComparison.OrdinalIgnoreCase) => "--urls: " + exception.Message.ReplaceLineEndings(" "),
        FormatException when exception.Message.Contains("url", StringComparison.OrdinalIgnoreCase) => "--urls: " + exception.Message.ReplaceLineEndings(" "),
        AggregateException { InnerExceptions.Count: > 0 } several => Explain(several.InnerExceptions[0]),
        _ => Explain(exception.InnerException),
    };
}
