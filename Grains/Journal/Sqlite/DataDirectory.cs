using Tocsin.Hosting;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The data folder of the embedded mode, locked by this process, so that no second process can open the same files. It is a lock of the
/// operating system on an open file: it ends with the process, however that ends, and a lock file that is left behind has no effect.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    /// <summary>The key of configuration that names the folder.</summary>
    public const string Key = "Tocsin:DataDirectory";

    private const string LockFile = "lock";

    /// <summary>The file that is there while a backup is being restored into the folder: what else is there is not whole.</summary>
    private const string UnfinishedFile = "restore.unfinished";

    private readonly FileStream _claim;

    private DataDirectory(string path, FileStream claim, IReadOnlyList<string> closed)
    {
        Path = path;
        _claim = claim;
        Closed = closed;
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string Path { get; }

    /// <summary>What other accounts of the machine could open until it was claimed: names of files, and <c>.</c> for the folder.</summary>
    public IReadOnlyList<string> Closed { get; }

    /// <summary>What of the journal's write-ahead log was found damaged at the start; null: nothing.</summary>
    public LogDamage? LogDamage { get; set; }

    /// <summary>Whether the journal's schema did not fit its checksum at the start. The default is false.</summary>
    public bool IsSchemaDamaged { get; set; }

    /// <summary>The journal's database.</summary>
    public string Journal => JournalIn(Path);

    /// <summary>The grain storage's database.</summary>
    public string Grains => GrainsIn(Path);

    /// <summary>The journal's database in a folder.</summary>
    public static string JournalIn(string directory) => System.IO.Path.Combine(directory, "journal.db");

    /// <summary>The grain storage's database in a folder.</summary>
    public static string GrainsIn(string directory) => System.IO.Path.Combine(directory, "grains.db");

    /// <summary>The positions' database in a folder: telemetry, which no backup holds.</summary>
    public static string PositionsIn(string directory) => System.IO.Path.Combine(directory, "positions.db");

    /// <summary>The access log's database in a folder.</summary>
    public static string AccessIn(string directory) => System.IO.Path.Combine(directory, "access.db");

    /// <summary>Whether nothing but the claim is in it.</summary>
    public bool IsEmpty => Directory.EnumerateFileSystemEntries(Path).All(entry => System.IO.Path.GetFileName(entry) == LockFile);

    /// <summary>From here to <see cref="EndRestore"/> nobody else can claim the folder, not even when this process is killed.</summary>
    public void BeginRestore()
    {
        using var mark = OwnerOnly.Open(System.IO.Path.Combine(Path, UnfinishedFile), FileMode.Create);
        mark.Flush(flushToDisk: true);
    }

    /// <summary>Takes back what a restore that failed has brought; the mark goes last.</summary>
    public void Clear()
    {
        foreach (var file in Directory.EnumerateFiles(Path)
            .Where(file => System.IO.Path.GetFileName(file) is not (LockFile or UnfinishedFile)))
        {
            File.Delete(file);
        }

        EndRestore();
    }

    /// <summary>All is there, and on the disk.</summary>
    public void EndRestore() => File.Delete(System.IO.Path.Combine(Path, UnfinishedFile));

    /// <summary>
    /// Makes the folder if need be, claims it until it is disposed of, and takes it and its files from all other accounts of the machine.
    /// </summary>
    /// <exception cref="MisconfigurationException">
    /// Another process has it, a restore into it was not finished, it cannot be written to, or it or a file in it belongs to another
    /// account.
    /// </exception>
    public static DataDirectory Claim(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var path = System.IO.Path.GetFullPath(directory);
        try
        {
            OwnerOnly.CreateFolder(path);
            var wasOpen = OwnerOnly.Close(path);
            var claim = OwnerOnly.Open(System.IO.Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileShare.None);
            if (!File.Exists(System.IO.Path.Combine(path, UnfinishedFile)))
                return Closing(path, wasOpen, claim);
            claim.Dispose();
        }
        catch (IOException e) when (Directory.Exists(path))
        {
            throw new MisconfigurationException(
                $"{Key}: the folder '{path}' is in use by another Tocsin process (or its file 'lock' cannot be opened).", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new MisconfigurationException($"{Key}: the folder '{path}' cannot be written to.", e);
        }

        throw new MisconfigurationException($"{Key}: a restore into the folder '{path}' was not finished; empty it and restore again.");
    }

    /// <inheritdoc/>
    public void Dispose() => _claim.Dispose();

    private static DataDirectory Closing(string path, bool wasOpen, FileStream claim)
    {
        try
        {
            var files = Directory.GetFiles(path).Where(OwnerOnly.Close).Select(file => System.IO.Path.GetFileName(file));
            return new DataDirectory(path, claim, [.. wasOpen ? ["."] : Array.Empty<string>(), .. files.Order(StringComparer.Ordinal)]);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }
}
