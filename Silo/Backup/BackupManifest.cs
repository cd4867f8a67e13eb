using System.Text.Json;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary>
/// The manifest of a backup: which history it holds, and the hash of each file. It is written last: a folder without one is no backup.
/// </summary>
/// <param name="Format">The number of the manifest's format: 1.</param>
/// <param name="MadeAt">When the journal was copied, UTC.</param>
/// <param name="Version">The version of the program that made it.</param>
/// <param name="Epoch">The epoch: the history that it belongs to.</param>
/// <param name="Position">The last position of the journal in it; 0 for an empty one.</param>
/// <param name="Events">The number of events in it.</param>
/// <param name="Files">The files of the backup, in the order of their names.</param>
public sealed record BackupManifest(
    int Format,
    DateTimeOffset MadeAt,
    string Version,
    string Epoch,
    long Position,
    long Events,
    IReadOnlyList<BackupFile> Files)
{
    /// <summary>The file name of the manifest.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The format that is written, and the only one so far.</summary>
    public const int PresentFormat = 1;

    /// <summary>The most that is read of it, in bytes.</summary>
    private const int MaxBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="CommandException">There is no manifest, or it is damaged, or of a later format.</exception>
    public static BackupManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new CommandException($"'{folder}' is not a whole backup: it has no {FileName}.");
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new CommandException($"'{path}' is damaged: it is too long.");
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Json) switch
            {
                { Format: > PresentFormat } later =>
                    throw new CommandException($"'{path}' is of format {later.Format}: a later version of the program made it."),
                { Format: PresentFormat, Files.Count: > 0, Epoch: not null } manifest when manifest.Files.All(HasPlainName) => manifest,
                _ => throw new CommandException($"'{path}' is damaged: it says nothing of use."),
            };
        }
        catch (JsonException e)
        {
            throw new CommandException($"'{path}' is damaged: {e.Message}", e);
        }
    }

    /// <summary>Writes it into a folder, and to the disk.</summary>
    public void Write(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, FileName), FileMode.CreateNew);
        JsonSerializer.Serialize(file, this, Json);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A damaged manifest must not lead anywhere else.</summary>
    private static bool HasPlainName(BackupFile? file) =>
        file is { Name.Length: > 0, Sha256: not null } && file.Name == Path.GetFileName(file.Name) && file.Name is not ("." or "..");
}
