using System.Diagnostics;
using System.Runtime.Versioning;
using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;
using Tocsin.Schema;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>One process has the folder.</summary>
public sealed class DataDirectoryTests : IDisposable
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_second_claim_is_refused_with_one_line_that_names_the_key_and_the_folder()
    {
        using var first = DataDirectory.Claim(_folder.FullName);
        var refused = Assert.Throws<MisconfigurationException>(() => DataDirectory.Claim(_folder.FullName));
        Assert.StartsWith("Tocsin:DataDirectory", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.FullName, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_claim_that_was_given_up_leaves_a_file_that_stops_nobody()
    {
        DataDirectory.Claim(_folder.FullName).Dispose();
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "lock")));
        DataDirectory.Claim(_folder.FullName).Dispose();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        using var claimed = DataDirectory.Claim(Path.Combine(_folder.FullName, "a", "b"));
        Assert.True(Directory.Exists(claimed.Path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void It_is_made_for_its_owner_alone_and_what_is_open_in_it_is_closed()
    {
        var folder = Path.Combine(_folder.FullName, "data");
        using (var made = DataDirectory.Claim(folder))
        {
            Assert.Equal(Folder700, File.GetUnixFileMode(folder));
            Assert.Equal(File600, File.GetUnixFileMode(Path.Combine(folder, "lock")));
            Assert.Empty(made.Closed);
            SqliteSchema.Upgrade(folder);
            Assert.All(Directory.GetFiles(folder), file => Assert.Equal(File600, File.GetUnixFileMode(file)));
        }

        File.SetUnixFileMode(folder, Folder700 | UnixFileMode.GroupExecute);
        File.SetUnixFileMode(Path.Combine(folder, "journal.db"), File600 | UnixFileMode.OtherRead);
        Directory.CreateDirectory(Path.Combine(folder, "lost+found"));
        using var again = DataDirectory.Claim(folder);
        Assert.Equal([".", "journal.db"], again.Closed);
        Assert.Equal(Folder700, File.GetUnixFileMode(folder));
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(File600, File.GetUnixFileMode(file)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_or_a_file_of_another_account_is_refused_and_stays_as_it_is()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            // Only root can give a file away; root's own files are there for everybody else.
            AssertRefused("/usr", "/usr");
            return;
        }

        var folder = Path.Combine(_folder.FullName, "data");
        DataDirectory.Claim(folder).Dispose();
        var file = Path.Combine(folder, "positions.db");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        foreach (var given in (string[])[file, folder])
        {
            using (var chown = Process.Start("chown", ["nobody", given]))
                await chown.WaitForExitAsync(TestContext.Current.CancellationToken);
            AssertRefused(folder, given);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void AssertRefused(string folder, string named)
    {
        var mode = File.GetUnixFileMode(named);
        var refused = Assert.Throws<MisconfigurationException>(() => DataDirectory.Claim(folder));
        Assert.StartsWith($"Tocsin:DataDirectory: '{named}' belongs to another account", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(mode, File.GetUnixFileMode(named));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused_with_one_line_that_names_the_key()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var refused = Assert.Throws<MisconfigurationException>(() => DataDirectory.Claim(file));
        Assert.StartsWith("Tocsin:DataDirectory", refused.Message, StringComparison.Ordinal);
    }
}
