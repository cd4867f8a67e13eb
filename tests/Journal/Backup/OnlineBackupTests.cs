using Tocsin.Backup;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Settings;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Journal.Sqlite;

namespace Tocsin.Tests.Journal.Backup;

/// <summary>A backup is made while another process writes, and what is restored of it goes on.</summary>
public sealed class OnlineBackupTests : IDisposable
{
    private readonly BackupFolders _folders = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folders.Dispose();

    [Fact]
    public async Task What_was_acknowledged_before_it_began_is_in_it_with_whole_chains_and_is_known_when_it_is_repeated()
    {
        IReadOnlyList<CommandId> before;
        BackupManifest manifest;
        using (var process = CrashProcess.Start(_folders.Data, writers: 8))
        {
            await process.HeardAsync(200);
            before =
            [
                .. process.Lines.Select(l => l.Split(' ')).Where(w => w is ["ack", _, _, _]).Select(w => new CommandId(Guid.Parse(w[1]))),
            ];
            manifest = _folders.Back("backup");
            await process.HeardAsync(process.Lines.Count + 50);
            await process.KillAsync();
        }

        var epoch = _folders.Restore("backup", "restored");
        var events = await _folders.OpenAsync("restored", async journal =>
        {
            Assert.Equal(epoch, journal.Epoch);
            foreach (var command in before)
                Assert.NotNull(await journal.FindCommandAsync(command, Cancellation));
            var repeated = await journal.AppendAsync(
                new Draft(epoch) { Id = before[0] }.Event(new(StreamKind.Unit, "any"), 0).Keyed().Build(), Cancellation);
            Assert.Equal(AppendOutcome.Repeated, repeated.Outcome);
            var next = await journal.AppendAsync(new Draft(epoch).Event(new(StreamKind.Unit, "any"), 0).Build(), Cancellation);
            Assert.Equal((AppendOutcome.Committed, new JournalPosition(manifest.Position + 1)), (next.Outcome, next.FirstPosition));
        });

        Assert.Equal((manifest.Events, manifest.Position), (events.Count, events[^1].Position.Value));
        Assert.True(before.Count >= 199, $"only {before.Count} were acknowledged before");
        Assert.NotEqual(manifest.Epoch, epoch.Value);
    }

    [Fact]
    public async Task What_was_decided_on_the_old_history_is_not_written_to_the_restored_one()
    {
        await _folders.FillAsync();
        var manifest = _folders.Back("backup");
        _folders.Restore("backup", "restored");
        await _folders.OpenAsync("restored", async journal =>
        {
            var late = await journal.AppendAsync(
                new Draft(new Epoch(manifest.Epoch)).Event(new(StreamKind.Unit, "u"), 0).Build(), Cancellation);
            Assert.Equal(AppendOutcome.EpochMoved, late.Outcome);
        });
    }

    [Fact]
    public async Task Each_restore_raises_the_count_and_one_backup_restored_twice_makes_two_histories()
    {
        await _folders.FillAsync();
        var (system, restores) = Parts(_folders.Back("backup").Epoch);
        Assert.Equal("0", restores);
        var first = _folders.Restore("backup", "first");
        var twin = _folders.Restore("backup", "twin");
        OnlineBackup.Make(_folders["first"], _folders["later"], TimeProvider.System);
        var second = _folders.Restore("later", "second");

        Assert.NotEqual(first, twin);
        Assert.Equal(
            [(system, "1"), (system, "1"), (system, "2")],
            new[] { first, twin, second }.Select(e => Parts(e.Value)).Select(p => (p.System, p.Restores.Split('.')[0])));
    }

    [Fact]
    public async Task It_is_for_its_owner_only_and_holds_the_secret()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes are Unix's.");
            return;
        }

        await _folders.FillAsync();
        var manifest = _folders.Back("backup");
        _folders.Restore("backup", "restored");

        Assert.Equal(["access.db", "grains.db", "journal.db", "secret.key"], manifest.Files.Select(f => f.Name));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folders["backup"]));
        foreach (var file in manifest.Files.SelectMany(f => new[] { _folders[$"backup/{f.Name}"], _folders[$"restored/{f.Name}"] }))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(
            await File.ReadAllBytesAsync(_folders["data/secret.key"], Cancellation),
            await File.ReadAllBytesAsync(_folders["restored/secret.key"], Cancellation));
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        await _folders.FillAsync();
        _folders.Back("backup");
        var before = await File.ReadAllTextAsync(_folders["backup/manifest.json"], Cancellation);
        Assert.Throws<CommandException>(() => _folders.Back("backup"));
        Assert.Equal(before, await File.ReadAllTextAsync(_folders["backup/manifest.json"], Cancellation));
        Assert.Empty(Directory.EnumerateDirectories(_folders.Root, "*.unfinished-*"));
    }

    [Fact]
    public void Where_there_is_no_journal_there_is_no_backup()
    {
        Assert.Throws<CommandException>(() => _folders.Back("backup"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folders.Root));
    }

    [Fact]
    public async Task A_damaged_database_is_not_backed_up_as_if_it_were_whole()
    {
        await _folders.FillAsync(200);
        var path = _folders["data/journal.db"];
        await using (var file = File.OpenWrite(path))
        {
            // The begin of a page that is a tree's inner or leaf page: what SQLite calls malformed.
            file.Position = file.Length / 4096 / 2 * 4096;
            file.Write(new byte[64]);
        }

        Assert.Throws<CommandException>(() => _folders.Back("backup"));
        Assert.Equal([_folders.Data], Directory.EnumerateDirectories(_folders.Root));
    }

    private static (string System, string Restores) Parts(string epoch) =>
        epoch.Split('-') is [var system, _, var restores] ? (system, restores) : throw new FormatException(epoch);
}
