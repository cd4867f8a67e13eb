using System.Text.Json;
using Tocsin.Hosting;

namespace Tocsin.Recording;

/// <summary>
/// The items that could not be written yet, on the disk: a file that only its owner can read, one item a line, which survives a restart.
/// One process at a time has the folder. Not thread-safe.
/// </summary>
internal sealed class WaitingFile : IDisposable
{
    /// <summary>The key of configuration that names the folder.</summary>
    public const string Key = "Tocsin:Access:Folder";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly FileStream _claim;

    private WaitingFile(string path, FileStream claim)
    {
        _path = path;
        _claim = claim;
    }

    /// <summary>Makes the folder if need be, and claims it until this is disposed of.</summary>
    /// <exception cref="MisconfigurationException">Another process has it, or it cannot be written to.</exception>
    public static WaitingFile Open(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            var claim = Make(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileShare.None);
            return new WaitingFile(Path.Combine(folder, "waiting.ndjson"), claim);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new MisconfigurationException($"{Key}: the folder '{folder}' cannot be used, or another process uses it: {e.Message}", e);
        }
    }

    /// <summary>What is in it, in order, and how many lines could not be read: one that a crash has cut, at most.</summary>
    public (IReadOnlyList<WaitingItem> Items, int Unreadable) Read()
    {
        if (!File.Exists(_path))
            return ([], 0);
        List<WaitingItem> items = [];
        var unreadable = 0;
        foreach (var line in File.ReadLines(_path))
        {
            try
            {
                if (JsonSerializer.Deserialize<WaitingItem>(line) is { Source.Length: > 0, Entry.Line.Length: > 0 } item)
                    items.Add(item);
                else
                    unreadable++;
            }
            catch (JsonException)
            {
                unreadable++;
            }
        }

        return (items, unreadable);
    }

    /// <summary>Adds items; they are on the disk when it returns.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Add(IEnumerable<WaitingItem> items) => Write(_path, FileMode.Append, items);

    /// <summary>Replaces what is in it, in one step.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Replace(IReadOnlyCollection<WaitingItem> items)
    {
        if (items.Count == 0)
        {
            File.Delete(_path);
            return;
        }

        Write(_path + ".new", FileMode.Create, items);
        File.Move(_path + ".new", _path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _claim.Dispose();

    private static void Write(string path, FileMode mode, IEnumerable<WaitingItem> items)
    {
        using var file = Make(path, mode, FileShare.Read);
        foreach (var item in items)
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(item));
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
    }

    private static FileStream Make(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }
}
