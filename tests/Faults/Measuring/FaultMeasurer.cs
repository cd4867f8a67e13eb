using Tocsin.Tests.Faults.Driving;
using Tocsin.Tests.Faults.Scenarios;

namespace Tocsin.Tests.Faults.Measuring;

/// <summary>Drives load, brings one fault about, and measures.</summary>
public static class FaultMeasurer
{
    /// <summary>An incident that was not answered for so long was not back: ten commands in a row.</summary>
    public static readonly TimeSpan NotBack = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(4);

    /// <summary>Does it once.</summary>
    /// <param name="fault">The fault, on a cluster that is whole.</param>
    /// <param name="number">Which repeat it is, from 0.</param>
    /// <param name="load">The load meanwhile; null: the fault's own.</param>
    public static async Task<FaultResult> RunAsync(Fault fault, int number, DrivePlan? load = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        using var drive = await Drive.PrepareAsync(fault.Urls, load ?? fault.Load);
        await fault.BeforeAsync();
        drive.Start();
        var began = TimeProvider.System.GetUtcNow();
        await Task.Delay(Before);
        var course = new Course(number, () => drive.Elapsed, () => drive.Books.Unavailable);
        await fault.BringAboutAsync(course);
        await Task.Delay(After);
        var end = await drive.StopAsync();
        var over = TimeProvider.System.GetUtcNow();
        var falseEvictions = await fault.FalseEvictionsAsync();
        var findings = await drive.CheckAsync();
        var feed = await drive.CheckFeedAsync(fault.UnknownKinds);
        var (latestClock, clocks, clockProblems) = await drive.Clocks.ReadAsync(began, over);
        var gaps = drive.Books.Answers.Gaps(end);
        var struck = course.Episodes.Count > 0
            ? course.Episodes.Min(e => e.Began)
            : throw new InvalidOperationException($"{fault.Name} brought nothing about.");
        return new FaultResult(
            fault.Name,
            number,
            gaps.Where(g => g.Until >= struck).Max(g => g.Length),
            gaps.Where(g => g.Until < struck).Select(g => g.Length).DefaultIfEmpty().Max(),
            course.Detection,
            BackAfter(course.Episodes, gaps),
            latestClock,
            drive.Books.Acknowledged,
            drive.Books.Failed,
            drive.Books.HeldBack,
            findings.Lost,
            findings.DoneTwice,
            falseEvictions,
            course.Episodes,
            [.. gaps.Where(g => g.Length >= NotBack).OrderBy(g => g.From)],
            drive.Books.Failures,
            [
                .. course.Problems,
                .. findings.Problems,
                .. feed?.Problems ?? [],
                .. clockProblems,
                .. drive.Books.Refused.Select(r => $"{r.Value} times {r.Key}"),
                .. await fault.AuditAsync(),
            ])
        {
            Took = end,
            Clocks = clocks,
            Reads = drive.Books.Reads,
            Feed = feed,
        };
    }

    /// <summary>
    /// The longest way back of all episodes: from its end until the last incident was answered that was waiting then, or soon after.
    /// </summary>
    public static TimeSpan BackAfter(IReadOnlyList<Episode> episodes, IReadOnlyList<Gap> gaps)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        return episodes
            .SelectMany(e => gaps
                .Where(g => g.Length >= NotBack && g.Until >= e.Ended && g.From <= e.Ended + NotBack)
                .Select(g => g.Until - e.Ended))
            .DefaultIfEmpty()
            .Max();
    }
}
