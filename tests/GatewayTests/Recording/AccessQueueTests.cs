using Tocsin.Hosting;
using Tocsin.Recording;

namespace Tocsin.Tests.GatewayTests.Recording;

/// <summary>What waits on the disk: for its owner only, over restarts, each item once.</summary>
public sealed class AccessQueueTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("tocsin-waiting-").FullName, "access");

    private string Waiting => Path.Combine(_folder, "waiting.ndjson");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void What_is_saved_is_there_after_a_restart_with_its_source_and_numbers()
    {
        using (var before = Open())
        {
            Add(before, "a", "b", "c");
            before.Save(onlyWhatIsSaved: false);
        }

        using var after = Open();
        Assert.Equal((3, 0), after.Load());
        Add(after, "d");
        var old = after.Next()!;
        Assert.Equal([(1, "a"), (2, "b"), (3, "c")], old.Entries.Select(e => ((int)e.Number, e.Line)));
        after.Written(3);
        var own = after.Next()!;
        Assert.NotEqual(old.Source, own.Source);
        Assert.Equal([(1, "d")], own.Entries.Select(e => ((int)e.Number, e.Line)));
    }

    [Fact]
    public void What_was_written_is_taken_out_of_the_file()
    {
        using (var queue = Open())
        {
            Add(queue, "a", "b");
            queue.Save(onlyWhatIsSaved: false);
            queue.Written(1);
            Add(queue, "c");
            queue.Save(onlyWhatIsSaved: false);
            queue.Written(1);
            queue.Save(onlyWhatIsSaved: true);
        }

        using (var next = Open())
        {
            Assert.Equal((1, 0), next.Load());
            Assert.Equal("c", next.Next()!.Entries.Single().Line);
            next.Written(1);
            next.Save(onlyWhatIsSaved: true);
        }

        Assert.False(File.Exists(Waiting));
    }

    [Fact]
    public void A_line_that_a_crash_has_cut_costs_that_line_only()
    {
        using (var queue = Open())
        {
            Add(queue, "a", "b");
            queue.Save(onlyWhatIsSaved: false);
        }

        using (var file = File.OpenWrite(Waiting))
            file.SetLength(file.Length - 5);
        using var next = Open();
        Assert.Equal((1, 1), next.Load());
    }

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var queue = Open();
        Add(queue, "a");
        queue.Save(onlyWhatIsSaved: false);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Waiting));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
    }

    [Fact]
    public void One_process_has_the_folder()
    {
        using var queue = Open();
        Assert.Contains(WaitingFile.Key, Assert.Throws<MisconfigurationException>(Open).Message, StringComparison.Ordinal);
    }

    private static void Add(AccessQueue queue, params string[] lines)
    {
        foreach (var line in lines)
            queue.Add(At, "wang", "call/c1", line);
    }

    private AccessQueue Open() => new(WaitingFile.Open(_folder));
}
