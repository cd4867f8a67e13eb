namespace Tocsin.Auditing.Checks;

/// <summary>
/// The total order: positions rise from 1 without gaps, the time of recording never falls, and the events of one command stand together
/// with one time of recording.
/// </summary>
internal sealed class OrderCheck(AuditFindings findings) : IAuditCheck
{
    private StoredEvent? _last;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        var (last, now) = (_last, happened.Stored);
        _last = now;
        var before = last?.Position.Value ?? 0;
        if (now.Position.Value > before + 1)
            findings.Add(FindingKind.PositionGap, null, now.Position, $"position {before} stands before it: {Missing(before, now)}");
        if (last is null)
            return;
        if (now.Position <= last.Position)
            findings.Add(FindingKind.PositionNotRising, now.Stream, now.Position, $"position {last.Position} stands before it");
        if (now.RecordedAt < last.RecordedAt)
        {
            findings.Add(
                FindingKind.RecordedAtFell, now.Stream, now.Position, "it says that it was recorded before the event in front of it");
        }

        if (now.CommandId == last.CommandId && (now.Position.Value != last.Position.Value + 1 || now.RecordedAt != last.RecordedAt))
        {
            findings.Add(
                FindingKind.AppendTorn,
                now.Stream,
                now.Position,
                $"it is of one command with position {last.Position}, and they were not written together");
        }
    }

    // Positions are given under the append's lock, in the transaction that writes the event: no command that failed leaves a gap.
    private static string Missing(long before, StoredEvent now) =>
        now.Position.Value - before == 2 ? "an event is missing" : $"{now.Position.Value - before - 1} events are missing";
}
