using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceRules
{
    /// <summary>The longest a file may be; the habit is 60, and past 150 it is long.</summary>
    private const int MaxLines = 400;

    private static readonly string[] Product = ["Grains.Interfaces", "Grains", "Silo", "Gateway"];

    [Fact]
    public void No_file_is_longer_than_anyone_reads() => AssertNone(
        Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)),
        (file, text) => text.Count(c => c == '\n') > MaxLines ? [file] : []);

    [Fact]
    public void The_product_asks_only_TimeProvider_for_the_time() =>
        AssertNone(Repository.Sources(Product), (file, text) => Find(OtherClock(), file, text));

    /// <summary>Silo is not asked: a start may wait, and so may the store's constructor, which runs in one.</summary>
    [Fact]
    public void Nothing_in_the_product_blocks_a_thread_on_a_task() => AssertNone(
        Repository.Sources("Grains", "Gateway").Where(f => !f.EndsWith("/SqliteBatchStore.cs", StringComparison.Ordinal)),
        (file, text) => Find(BlockingWait(), file, text));

    [Fact]
    public void There_are_no_leftovers() => AssertNone(
        Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !f.EndsWith("SourceRules.cs", StringComparison.Ordinal)),
        (file, text) => Find(Leftover(), file, text));

    /// <summary>See <see cref="Page"/> for what makes a page.</summary>
    [Fact]
    public void One_public_type_or_one_page_of_data_stands_in_a_file_and_gives_it_its_name() =>
        AssertNone(Repository.Sources(Product), (file, text) =>
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var first = $"{Path.GetDirectoryName(file)}/{name.Split('.')[0]}.cs";
            var goesOn = name.Contains('.', StringComparison.Ordinal) && Repository.Files.Contains(first);
            return Page.Faults(name, text, goesOn ? Repository.Read(first) : null).Select(fault => $"{file}: {fault}");
        });

    [Fact]
    public void Rooms_know_only_the_rooms_that_they_may()
    {
        Assert.Empty(References("Grains.Interfaces"));
        Assert.Equal(["Grains.Interfaces"], References("Grains"));
        Assert.Equal(["Grains"], References("Silo"));
        Assert.Equal(["Grains.Interfaces", "Silo"], References("Gateway"));
    }

    /// <summary>Runbooks look for events by their number: one number, one meaning.</summary>
    [Fact]
    public void Each_event_of_the_log_has_a_number_of_its_own() => Assert.Empty(Repository.Sources(Product)
        .SelectMany(f => LogEvent().Matches(Repository.Read(f)).Select(m => (Id: m.Groups["id"].Value, File: f)))
        .GroupBy(e => e.Id)
        .Where(e => e.Count() > 1)
        .Select(e => $"{e.Key}: {string.Join(", ", e.Select(one => one.File))}"));

    [Fact]
    public void Scripts_can_be_run() => Assert.All(
        Repository.Files.Where(f => Repository.Read(f).StartsWith("#!", StringComparison.Ordinal)),
        script => Assert.True(
            OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute),
            script));

    private static List<string> References(string room) => ProjectReference()
        .Matches(Repository.Read($"{room}/{room}.csproj"))
        .Select(m => m.Groups["name"].Value)
        .Order(StringComparer.Ordinal)
        .ToList();

    private static IEnumerable<string> Find(Regex pattern, string file, string text) =>
        pattern.Matches(text).Select(m => $"{file}: {m.Value}");

    private static void AssertNone(IEnumerable<string> files, Func<string, string, IEnumerable<string>> offences) =>
        Assert.Empty(files.SelectMany(f => offences(f, Repository.Read(f))));

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Stopwatch\.(StartNew|GetTimestamp)|Environment\.TickCount")]
    private static partial Regex OtherClock();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|Thread\.Sleep|Task\.WaitAll|\.Wait\(\)")]
    private static partial Regex BlockingWait();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|Skip ?= ?""|Assert\.True\(true\)")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"LoggerMessage\(\s*(?:EventId = )?(?<id>\d+)")]
    private static partial Regex LogEvent();

    [GeneratedRegex(@"<ProjectReference Include=""\.\./(?<name>[\w.]+)/")]
    private static partial Regex ProjectReference();
}
