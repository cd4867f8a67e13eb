using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;
using Tocsin.Settings;

namespace Tocsin.Tests.Journal.Backup;

/// <summary>What is not whole is not restored, and what is there is not overwritten.</summary>
public sealed class RestorationTests : IAsyncLifetime
{
    private readonly BackupFolders _folders = new();

    public async ValueTask InitializeAsync()
    {
        await _folders.FillAsync();
        _folders.Back("backup");
    }

    public ValueTask DisposeAsync()
    {
        _folders.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("grains.db")]
    [InlineData("secret.key")]
    public void A_file_with_one_bit_changed_is_refused_and_nothing_is_left(string name)
    {
        using (var file = new FileStream(_folders[$"backup/{name}"], FileMode.Open))
        {
            file.Position = file.Length - 1;
            var last = file.ReadByte();
            file.Position = file.Length - 1;
            file.WriteByte((byte)(last ^ 1));
        }

        AssertRefused(name);
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("secret.key")]
    public void A_missing_file_is_refused(string name)
    {
        File.Delete(_folders[$"backup/{name}"]);
        AssertRefused(name);
    }

    [Fact]
    public void A_file_that_was_cut_short_is_refused()
    {
        using (var file = new FileStream(_folders["backup/journal.db"], FileMode.Open))
            file.SetLength(file.Length - 4096);
        AssertRefused("journal.db");
    }

    [Theory]
    [InlineData("""{"format":1,"files":[]}""")]
    [InlineData("""{"format":1,"epoch":"e","files":[{"name":"../journal.db","bytes":1,"sha256":"00"}]}""")]
    [InlineData("""{"format":2}""")]
    [InlineData("{")]
    [InlineData("null")]
    public void A_manifest_that_is_not_one_is_refused(string text)
    {
        File.WriteAllText(_folders["backup/manifest.json"], text);
        AssertRefused("manifest.json");
    }

    [Fact]
    public void A_manifest_that_names_another_end_of_the_journal_is_refused()
    {
        var path = _folders["backup/manifest.json"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"events\": 30", "\"events\": 31", StringComparison.Ordinal));
        AssertRefused("journal");
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_backup()
    {
        File.Delete(_folders["backup/manifest.json"]);
        AssertRefused("manifest.json");
    }

    [Fact]
    public void A_folder_that_holds_data_is_left_alone()
    {
        var before = File.ReadAllBytes(_folders["data/journal.db"]);
        Assert.Throws<CommandException>(() => _folders.Restore("backup", "data"));
        Assert.Equal(before, File.ReadAllBytes(_folders["data/journal.db"]));
        DataDirectory.Claim(_folders.Data).Dispose();
    }

    [Fact]
    public void A_folder_that_another_process_has_is_refused()
    {
        using var claim = DataDirectory.Claim(_folders["restored"]);
        Assert.Throws<MisconfigurationException>(() => _folders.Restore("backup", "restored"));
    }

    [Fact]
    public void A_folder_whose_restore_was_killed_cannot_be_started_on()
    {
        using (var claim = DataDirectory.Claim(_folders["restored"]))
            claim.BeginRestore();
        var refused = Assert.Throws<MisconfigurationException>(() => DataDirectory.Claim(_folders["restored"]));
        Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
        Assert.Throws<MisconfigurationException>(() => _folders.Restore("backup", "restored"));
    }

    private void AssertRefused(string because)
    {
        var refused = Assert.Throws<CommandException>(() => _folders.Restore("backup", "restored"));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        if (Directory.Exists(_folders["restored"]))
            Assert.Equal([_folders["restored/lock"]], Directory.EnumerateFileSystemEntries(_folders["restored"]));
    }
}
