using System.Diagnostics;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>What was measured at one size, in order.</summary>
internal sealed class SizeColumn(long asked)
{
    /// <summary>How often a read is repeated; the median counts.</summary>
    private const int Repeats = 9;

    /// <summary>No further repeat after this.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    public long Asked { get; } = asked;

    public List<(string Name, double Value)> Figures { get; } = [];

    public void Add(string name, double value)
    {
        Figures.Add((name, value));
        Console.Error.WriteLine($"{Asked:N0}: {name}: {value:N1}");
    }

    /// <summary>How long something takes that is done once.</summary>
    public async Task OnceAsync(string name, Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        Add($"{name}, ms", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>How long a read takes the first time, and the middle time of several.</summary>
    public async Task ReadAsync(string name, Func<Task> read)
    {
        await OnceAsync($"{name}, first", read);
        var times = new List<double>();
        var began = Stopwatch.GetTimestamp();
        while (times.Count == 0 || (times.Count < Repeats && Stopwatch.GetElapsedTime(began) < Enough))
        {
            var started = Stopwatch.GetTimestamp();
            await read();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        Add($"{name}, ms", times[times.Count / 2]);
    }
}
