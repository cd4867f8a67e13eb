using System.Globalization;

namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary>Threads of one name, e.g. <c>.NET TP Worker</c>: the kernel's own account, which knows of no sampling.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="User">Processor time in the program.</param>
/// <param name="Kernel">Processor time in the kernel, on their behalf.</param>
internal sealed record ThreadGroup(string Name, TimeSpan User, TimeSpan Kernel)
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const int TicksPerSecond = 100;

    /// <summary>All threads of a process that there are now, by their ids.</summary>
    public static IReadOnlyDictionary<string, ThreadGroup> Take(int pid)
    {
        var threads = new Dictionary<string, ThreadGroup>();
        foreach (var folder in Directory.EnumerateDirectories($"/proc/{pid}/task"))
        {
            try
            {
                threads[folder] = Parse(File.ReadAllText(Path.Combine(folder, "stat")));
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return threads;
    }

    /// <summary>What was used between two looks, by name, most first. Threads that ended in between are missing.</summary>
    public static IReadOnlyList<ThreadGroup> Between(
        IReadOnlyDictionary<string, ThreadGroup> before, IReadOnlyDictionary<string, ThreadGroup> after) =>
    [
        .. after
            .Select(t =>
                before.TryGetValue(t.Key, out var was)
                    ? t.Value with { User = t.Value.User - was.User, Kernel = t.Value.Kernel - was.Kernel }
                    : t.Value)
            .GroupBy(t => t.Name)
            .Select(g => new ThreadGroup(g.Key, Sum(g, t => t.User), Sum(g, t => t.Kernel)))
            .OrderByDescending(g => g.User + g.Kernel),
    ];

    // man 5 proc: the name stands in parentheses and may hold any character; utime and stime are the 14th and 15th field.
    private static ThreadGroup Parse(string stat)
    {
        var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
        var rest = stat[(close + 2)..].Split(' ');
        return new ThreadGroup(stat[(open + 1)..close], Ticks(rest[11]), Ticks(rest[12]));
    }

    private static TimeSpan Ticks(string text) =>
        TimeSpan.FromSeconds(long.Parse(text, CultureInfo.InvariantCulture) / (double)TicksPerSecond);

    private static TimeSpan Sum(IEnumerable<ThreadGroup> threads, Func<ThreadGroup, TimeSpan> of) =>
        threads.Aggregate(TimeSpan.Zero, (sum, t) => sum + of(t));
}
