using Tocsin.Live;
using Tocsin.Settings;

namespace Tocsin.Positions;

/// <summary>
/// Judges batches of positions by <see cref="PositionRules"/> and by what this gateway knows of their units. It keeps the newest
/// implausible fix of each registered unit; another gateway keeps its own, so that behind several gateways a third fix may be needed.
/// Thread-safe.
/// </summary>
internal sealed class PositionJudge(
    UnitPositionsTable positions, RefusedReportsTable refused, PositionMetrics metrics, GatewayOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PositionReport> _odd = new(StringComparer.Ordinal);

    /// <summary>Judges the rows one by one, in their order; each good one is the newest of its unit for the next.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="self">The unit that reports; null: somebody who reports for all.</param>
    /// <param name="strangers">The units among them that are not registered.</param>
    public JudgedPositions Judge(IReadOnlyList<PositionRow> rows, string? self, IReadOnlySet<string> strangers)
    {
        var judged = new JudgedPositions(rows.Count);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        lock (_lock)
        {
            foreach (var row in rows)
            {
                var isStranger = strangers.Count > 0 && row.UnitId is { } unit && strangers.Contains(unit);
                if (PositionRules.JudgeUnit(row, self, isStranger) is { } code)
                    Reject(judged, row, code);
                else
                    Judge(judged, row, now);
            }
        }

        return judged;
    }

    private void Judge(JudgedPositions judged, PositionRow row, DateTimeOffset now)
    {
        var unit = row.UnitId!;
        var odd = _odd.Count > 0 ? _odd.GetValueOrDefault(unit) : null;
        var verdict = PositionRules.Judge(row, positions.Find(unit), odd, now, options.Positions);
        if (verdict.Code is { } code)
        {
            Refuse(judged, row, code, now, verdict.Report);
            return;
        }

        if (verdict.ClearsOdd)
            Take(judged, odd!);
        Take(judged, verdict.Report!);
        if (odd is not null)
            _odd.Remove(unit);
    }

    private void Take(JudgedPositions judged, PositionReport report)
    {
        positions.Take(report);
        judged.Good.Add(report);
    }

    private void Refuse(JudgedPositions judged, PositionRow row, string code, DateTimeOffset now, PositionReport? report)
    {
        Reject(judged, row, code);
        judged.Refused.Add(refused.Take(row.UnitId!, code, now));
        if (code == PositionCodes.Outdated)
            judged.Outdated.Add(report!);
        else if (code == PositionCodes.Implausible)
            _odd[row.UnitId!] = report!;
    }

    private void Reject(JudgedPositions judged, PositionRow row, string code)
    {
        metrics.Rejected(code);
        judged.Rejected.Add(new PositionRefusal(row.UnitId, code));
    }
}
