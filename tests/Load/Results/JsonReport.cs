using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tocsin.Tests.Load.Results;

/// <summary>Writes a result for programs; its shape is told in docs/load.md.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    public static string Text(LoadResult result) => JsonSerializer.Serialize(result, Options);

    /// <summary>Writes it to a file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task WriteAsync(string path, LoadResult result) => File.WriteAllTextAsync(path, Text(result) + "\n");
}
