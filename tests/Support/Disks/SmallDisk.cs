using System.Globalization;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Support.Disks;

/// <summary>A disk of few megabytes (tmpfs) that can be filled up and freed. Only root can have one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const int Piece = 1024 * 1024;
    private readonly DirectoryInfo _folder;

    private SmallDisk(DirectoryInfo folder) => _folder = folder;

    /// <summary>Where it is.</summary>
    public string Path => _folder.FullName;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Makes one.</summary>
    /// <param name="megabytes">How large.</param>
    /// <exception cref="InvalidOperationException">Nobody may mount here.</exception>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-disk-");
        try
        {
            await PostgresServer.RunAsync(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"),
                "tocsin-test",
                folder.FullName);
        }
        catch
        {
            folder.Delete();
            throw;
        }

        return new SmallDisk(folder);
    }

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = Piece; size > 0; size /= 2)
        {
            try
            {
                while (true)
                    file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // No such piece fits any more: a smaller one may.
            }
        }
    }

    /// <summary>Frees what <see cref="Fill"/> took.</summary>
    public void Free() => File.Delete(Ballast);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await PostgresServer.RunAsync("umount", Path);
        _folder.Delete();
    }
}
