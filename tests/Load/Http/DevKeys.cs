namespace Tocsin.Tests.Load.Http;

/// <summary>
/// The keys of development sign-in that lie on this machine: the one that <see cref="Variable"/> names, else those of a gateway that was
/// started in this checkout, and of <c>ops/cluster</c>.
/// </summary>
public static class DevKeys
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "TOCSIN_DEV_KEY_FILE";

    /// <summary>The header that carries the key.</summary>
    public const string Header = "Tocsin-Dev-Key";

    private static readonly string[] EmbeddedFiles = ["Gateway/data/dev.key", "data/dev.key"];

    /// <summary>Reads them; none where there is no file, or none that may be read.</summary>
    public static IReadOnlyList<string> Read() => [.. Files().Where(File.Exists).Select(ReadOrNull).OfType<string>()];

    private static IEnumerable<string> Files()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return [named];
        var cluster = Environment.GetEnvironmentVariable("TOCSIN_CLUSTER_DIR") is { Length: > 0 } folder ? folder : "/tmp/tocsin-cluster";
        return [.. EmbeddedFiles, Path.Combine(cluster, "dev.key")];
    }

    private static string? ReadOrNull(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // One of another account: its gateway is not ours either.
            return null;
        }
    }
}
