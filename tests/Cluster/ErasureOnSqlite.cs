using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary><see cref="Erasure"/> in the embedded default: every byte of every file is looked at, of write-ahead logs, too.</summary>
public sealed class ErasureOnSqlite : Erasure
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private ServerProcess _server = null!;

    protected override Uri Url => _server.Url;

    private string Data => Path.Combine(_folder.FullName, "data");

    public override async ValueTask InitializeAsync()
    {
        _server = ServerProcess.Embedded(Data, "--Logging:LogLevel:Default", "Debug");
        _server.Start();
        await _server.ReadyAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = await InFolderAsync(Data);
        return [.. found, .. Planted.Where(w => _server.Output.Contains(w, StringComparison.Ordinal)).Select(w => $"{w} in the log")];
    }

    protected override async Task<IReadOnlyList<string>> FindInBackupAsync()
    {
        var backup = Path.Combine(_folder.FullName, "backup");
        await using var run = ToolRun.Silo("backup", "--to", backup, "--Tocsin:DataDirectory", Data);
        var (exit, said) = await run.EndAsync();
        Assert.True(exit == 0, said);
        return await InFolderAsync(backup);
    }

    protected override async Task<string> AuditAsync()
    {
        var (exit, said) = await JournalAuditing.RunAsync("--Tocsin:Mode", "Embedded", "--Tocsin:DataDirectory", Data);
        Assert.True(exit == 0, said);
        return said;
    }

    private static async Task<List<string>> InFolderAsync(string folder)
    {
        var found = new List<string>();

        // What holds the folder's claim is empty, and nobody else may open it.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

            // It may become shorter meanwhile.
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancellation);
            found.AddRange(In(Path.GetFileName(file), bytes.ToArray()));
        }

        return found;
    }
}
