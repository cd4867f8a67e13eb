using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Auditing.Checks;

/// <summary>Each clock fires once, no earlier than it is due and not much later, unless it is void.</summary>
internal sealed class ClockCheck(AuditFindings findings) : IAuditCheck
{
    private static readonly TimeSpan Skew = TimeSpan.FromMilliseconds(AuditLimits.SkewMilliseconds);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(AuditLimits.SilenceSeconds);
    private static readonly TimeSpan Unfired = TimeSpan.FromSeconds(AuditLimits.UnfiredSeconds);

    // Streams that have something due after their last event. As many as are open, however long the journal is.
    private readonly List<(StreamId Stream, JournalPosition Position, DateTimeOffset DueAt)> _due = [];
    private DateTimeOffset _writtenSince;
    private DateTimeOffset _last;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        var at = happened.Stored.RecordedAt;
        if (at - _last > Silence)
            _writtenSince = at;
        _last = at;
        if (happened.Before is not { } before)
            return;
        if (before.DueAt is { } due && IsUnfired(due))
            Tell(FindingKind.ClockUnfired, happened, $"something was to fire at {due:O}");
        if (happened.Happened is IClockEvent said)
            Judge(happened, said);
    }

    /// <inheritdoc/>
    public void See(AuditedStream stream)
    {
        if (stream.State?.DueAt is { } due)
            _due.Add((stream.Stream, stream.Last.Position, due));
    }

    /// <inheritdoc/>
    public void End(JournalPosition position)
    {
        foreach (var (stream, last, due) in _due.Where(d => IsUnfired(d.DueAt)))
            findings.Add(FindingKind.ClockUnfired, stream.ToString(), last, $"something is to fire since {due:O}");
    }

    // Only while the journal was written without a pause: then a silo was there that could have fired it.
    private bool IsUnfired(DateTimeOffset due) => _last - (due > _writtenSince ? due : _writtenSince) > Unfired;

    private void Judge(AuditedEvent happened, IClockEvent said)
    {
        var clocks = Find(happened.Before!, said);
        var recordedAt = happened.Stored.RecordedAt;
        switch (said.Says)
        {
            case ClockEventKind.Warning:
                Judge(happened, clocks, c => c.Fired ? "it is overdue already" : null);
                break;
            case ClockEventKind.Overdue when clocks.Count > 0 && clocks.TrueForAll(c => c.Fired):
                Tell(FindingKind.ClockFiredTwice, happened, "it was said before, and not withdrawn");
                break;
            case ClockEventKind.Overdue:
                Judge(
                    happened,
                    clocks,
                    c => c.Fired ? "it was said before" : c.IsOverdueAt(recordedAt + Skew) ? null : "its limit had not passed");
                break;
            case ClockEventKind.Escalation:
                Judge(happened, clocks, c => c.Fired ? null : "it is not overdue");
                break;
            default:
                Judge(
                    happened,
                    clocks,
                    c => !c.Fired ? "it was not said to be overdue" : c.IsOverdueAt(recordedAt - Skew) ? "it is overdue" : null);
                break;
        }
    }

    // A unit that is assigned twice at the same instant has two clocks with one limit: the event is right if it is right for one of them.
    private void Judge(AuditedEvent happened, List<Clock> clocks, Func<Clock, string?> fault)
    {
        string? words = "there is no such clock";
        foreach (var clock in clocks)
        {
            words = clock is { Silent: true, Fired: false } ? "it is silent" : fault(clock);
            if (words is null)
                return;
        }

        Tell(FindingKind.ClockWithoutCause, happened, words);
    }

    private static List<Clock> Find(IStreamState state, IClockEvent said) => state is IClockedState clocked
        ? [.. clocked.Clocks.Where(c => c.Stage == said.Stage && c.Unit == said.UnitId && (c.DueAt ?? c.StartedAt) == said.DueAt)]
        : [];

    private void Tell(FindingKind kind, AuditedEvent happened, string words) =>
        findings.Add(kind, happened.Stored.Stream, happened.Stored.Position, $"{happened.Stored.Kind}: {words}");
}
