namespace Tocsin.Tests.Faults.Measuring;

/// <summary>When which incident was answered, and for how long it was not.</summary>
/// <param name="lanes">How many incidents there are.</param>
public sealed class AnswerBook(int lanes)
{
    private readonly List<TimeSpan>[] _answers = [.. Enumerable.Range(0, lanes).Select(_ => new List<TimeSpan>())];

    /// <summary>An incident's command was answered as done at this time of the drive.</summary>
    public void Answered(int lane, TimeSpan at)
    {
        lock (_answers[lane])
            _answers[lane].Add(at);
    }

    /// <summary>
    /// The times between the answers of one incident, of all incidents; from the begin of the drive to the first one and from the last one
    /// to its end, too, so that an incident that never comes back counts.
    /// </summary>
    /// <param name="end">When the drive ended.</param>
    public IReadOnlyList<Gap> Gaps(TimeSpan end) => [.. _answers.SelectMany(lane => GapsOf(lane, end))];

    private static List<Gap> GapsOf(List<TimeSpan> answers, TimeSpan end)
    {
        TimeSpan[] times;
        lock (answers)
            times = [TimeSpan.Zero, .. answers.Where(a => a < end).Order(), end];
        return [.. times.Zip(times.Skip(1), (from, until) => new Gap(from, until))];
    }
}
