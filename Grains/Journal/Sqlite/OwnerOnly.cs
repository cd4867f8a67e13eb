using System.Runtime.InteropServices;
using System.Text;
using Tocsin.Hosting;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Files and folders for their owner only: 0600 and 0700. They hold personal data and keys, and the machine may have other accounts. On
/// Windows, where folders inherit their rights, nothing is done.
/// </summary>
public static class OwnerOnly
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;

    // struct statx of Linux: the same on every processor.
    private const int StatxBytes = 256;
    private const int UidOffset = 20;
    private const uint UidWanted = 0x8;
    private const int FromWorkingDirectory = -100;

    /// <summary>Makes a folder; one that is there stays as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Folder700);
    }

    /// <summary>Opens a file for its owner only if it is made by this; one that is there keeps its mode.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File600;
        return new FileStream(path, options);
    }

    /// <summary>Writes a file that is there either whole or not at all, also after a crash.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = Open(draft, FileMode.CreateNew))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Takes a file or a folder of ours from all other accounts.</summary>
    /// <returns>Whether others had access to it.</returns>
    /// <exception cref="MisconfigurationException">It belongs to another account, or stays open.</exception>
    public static bool Close(string path)
    {
        if (OperatingSystem.IsWindows())
            return false;
        if (OwnerOf(path) is { } owner && owner != CurrentUser())
        {
            throw new MisconfigurationException(
                $"{DataDirectory.Key}: '{path}' belongs to another account (user id {owner}). Give it to the account that runs Tocsin.");
        }

        var mode = Directory.Exists(path) ? Folder700 : File600;
        if ((File.GetUnixFileMode(path) & ~Folder700) == UnixFileMode.None)
            return false;
        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StaysOpen(path, e);
        }

        return File.GetUnixFileMode(path) == mode ? true : throw StaysOpen(path, null);
    }

    private static MisconfigurationException StaysOpen(string path, Exception? cause) => new(
        $"{DataDirectory.Key}: '{path}' is open to other accounts and could not be closed. Close it (chmod go= '{path}'), or use a disk "
        + "whose files have owners.",
        cause!);

    /// <summary>The user id of the owner; null where it is unknown.</summary>
    private static uint? OwnerOf(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var answer = new byte[StatxBytes];
        return Statx(FromWorkingDirectory, Encoding.UTF8.GetBytes(path + '\0'), 0, UidWanted, answer) == 0
            ? BitConverter.ToUInt32(answer, UidOffset)
            : null;
    }

    // .NET does not say whose a file is.
    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Statx(int folder, byte[] path, int flags, uint wanted, byte[] answer);

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint CurrentUser();
}
