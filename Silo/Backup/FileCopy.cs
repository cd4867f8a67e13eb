using System.Security.Cryptography;

namespace Tocsin.Backup;

/// <summary>Copies files and hashes their content.</summary>
internal static class FileCopy
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>The name, length and hash of a file.</summary>
    public static BackupFile Describe(string path)
    {
        using var file = File.OpenRead(path);
        return new BackupFile(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    /// <summary>Copies a file to a new one that only its owner can read, and flushes it to the disk.</summary>
    /// <returns>The copied file: name, length and hash of the very bytes that were written.</returns>
    public static BackupFile Copy(string from, string to)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var source = File.OpenRead(from);
        using var target = new FileStream(to, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            target.Write(buffer, 0, count);
        }

        target.Flush(flushToDisk: true);
        return new BackupFile(Path.GetFileName(from), target.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
