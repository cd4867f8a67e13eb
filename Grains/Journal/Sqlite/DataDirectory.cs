using Tocsin.Hosting;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The folder of the embedded mode, claimed by this process: while it lives, no second one can open the same files. The claim is a lock of the
/// operating system on an open file, so that it ends with the process however that ends, and a file that is left behind means nothing.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    /// <summary>The key of configuration that names the folder.</summary>
    public const string Key = "Tocsin:DataDirectory";

    private readonly FileStream _claim;

    private DataDirectory(string path, FileStream claim)
    {
        Path = path;
        _claim = claim;
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string Path { get; }

    /// <summary>The journal's database.</summary>
    public string Journal => JournalIn(Path);

    /// <summary>The grain storage's database.</summary>
    public string Grains => GrainsIn(Path);

    /// <summary>The journal's database in a folder.</summary>
    public static string JournalIn(string directory) => System.IO.Path.Combine(directory, "journal.db");

    /// <summary>The grain storage's database in a folder.</summary>
    public static string GrainsIn(string directory) => System.IO.Path.Combine(directory, "grains.db");

    /// <summary>Makes the folder if need be, and claims it until it is disposed of.</summary>
    /// <exception cref="MisconfigurationException">Another process has it, or it cannot be written to.</exception>
    public static DataDirectory Claim(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var path = System.IO.Path.GetFullPath(directory);
        try
        {
            Directory.CreateDirectory(path);
            var claim = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataDirectory(path, claim);
        }
        catch (IOException e) when (Directory.Exists(path))
        {
            throw new MisconfigurationException($"{Key}: the folder '{path}' is in use by another Tocsin process (or its file 'lock' cannot be opened).", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new MisconfigurationException($"{Key}: the folder '{path}' cannot be written to.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _claim.Dispose();
}
