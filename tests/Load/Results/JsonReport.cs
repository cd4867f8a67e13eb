using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tocsin.Tests.Load.Results;

/// <summary>Writes a result for programs; its shape is told in docs/load.md.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text.</summary>
    public static string Text(LoadResult result) => JsonSerializer.Serialize(result, Options);

    /// <summary>Writes it to a file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task WriteAsync(string path, LoadResult result) => File.WriteAllTextAsync(path, Text(result) + "\n");

    /// <summary>Reads one from a file.</summary>
    /// <exception cref="JsonException">It is none, or one of another shape.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<LoadResult> ReadAsync(string path)
    {
        var result = JsonSerializer.Deserialize<LoadResult>(await File.ReadAllTextAsync(path), Options);

        // A field that is missing is a null that the type does not admit: whoever looks would trip over it.
        return result is
        {
            Schema: LoadResult.SchemaVersion,
            Profile.Limits: not null,
            All.Latency: not null,
            Stories: not null,
            Feed.Lag: not null,
            Clocks: not null,
            Own.Lag: not null,
            Machine: not null,
            Samples: not null,
            Processes: not null,
            Commands: not null,
            Reads: not null,
            Positions: not null,
            Errors: not null,
            Gateways: not null,
        }
            ? result
            : throw new JsonException($"It is no result of the shape {LoadResult.SchemaVersion}.");
    }
}
