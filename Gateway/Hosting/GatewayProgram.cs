using Microsoft.Extensions.Options;

namespace Tocsin.Hosting;

/// <summary>Runs the gateway until it is told to stop; a start that fails is one line, and exit code 1.</summary>
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

    /// <summary>The line for a wrong configuration; null for any other exception.</summary>
    private static string? Explain(Exception? exception) => exception switch
    {
        null => null,
        MisconfigurationException => exception.Message,
        OptionsValidationException => exception.Message.ReplaceLineEndings(" "),
        Orleans.Runtime.OrleansConfigurationException => exception.Message.ReplaceLineEndings(" "),
        // Kestrel names the address; the key is that of the command line.
        IOException when Names(exception, "address") => "--urls: " + exception.Message.ReplaceLineEndings(" "),
        FormatException when Names(exception, "url") => "--urls: " + exception.Message.ReplaceLineEndings(" "),
        AggregateException { InnerExceptions.Count: > 0 } several => Explain(several.InnerExceptions[0]),
        _ => Explain(exception.InnerException),
    };

    private static bool Names(Exception exception, string word) => exception.Message.Contains(word, StringComparison.OrdinalIgnoreCase);
}
