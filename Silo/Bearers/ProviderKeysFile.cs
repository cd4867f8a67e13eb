using System.Text.Json;

namespace Tocsin.Bearers;

/// <summary>
/// Keeps the provider's documents on disk over a restart. They are public, but whoever could write the file could sign in as anybody: it is
/// its owner's alone, and one that others may write is not read.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class ProviderKeysFile(string path)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The name of the file in the data folder of the embedded mode.</summary>
    public const string EmbeddedName = "signin-keys.json";

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>What is kept.</summary>
    /// <param name="Authority">The provider that gave it.</param>
    /// <param name="ReadAt">When it was read.</param>
    /// <param name="Documents">The documents by their address.</param>
    internal sealed record Content(string Authority, DateTimeOffset ReadAt, Dictionary<string, string> Documents);

    /// <summary>What was kept; null: nothing was.</summary>
    /// <exception cref="IOException">It cannot be read, or is not to be trusted.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="JsonException">It is damaged.</exception>
    public Content? Read()
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & OthersWrite) != 0)
            throw new IOException("others than its owner may write it");
        if (file.Length > ProviderKeyLimits.DocumentBytesMax)
            throw new IOException("it is too long");
        using var stream = file.OpenRead();
        return JsonSerializer.Deserialize(stream, ProviderKeysJson.Default.Content);
    }

    /// <summary>Keeps this in place of what was kept: a reader finds the old or the new file, whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(Content content)
    {
        var next = path + ".new";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        using (var stream = new FileStream(next, options))
        {
            JsonSerializer.Serialize(stream, content, ProviderKeysJson.Default.Content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
