using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Backup;

/// <summary>
/// Folders of a backup: only their owner can read them (they hold personal data and keys), and their entries are flushed to the disk.
/// </summary>
internal static class PrivateFolder
{
    private const int ReadOnly = 0;

    /// <summary>Makes a folder that only its owner can read.</summary>
    public static void Create(string path) => OwnerOnly.CreateFolder(path);

    /// <summary>
    /// Puts the names of the files in it on the disk: a file that is synced can still be lost with its name. Where that is unknown, nothing
    /// is done.
    /// </summary>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly), ownsHandle: true);
        if (folder.IsInvalid || Sync(folder) != 0)
            throw new IOException($"The folder '{path}' cannot be synced: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    // .NET opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(SafeFileHandle folder);
}
