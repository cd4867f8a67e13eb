using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Units;

/// <summary>
/// Who has which call sign, as the journal has it, on this silo. Before each use it asks the journal for the units that changed since. It
/// also knows the units that claim no name: those of which two had one call sign before call signs were unique, and those that a silo of an
/// earlier version wrote. Of two commands at once that ask for the same call sign, the append decides, by their claims.
/// </summary>
internal sealed class CallSignBook(IJournal journal, FreshViews views)
{
    /// <summary>The most units that one look fetches; more come with the next.</summary>
    private const int PageLimit = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<UnitId, (string CallSign, string Folded)> _units = [];
    private readonly Dictionary<string, HashSet<UnitId>> _holders = new(StringComparer.Ordinal);
    private JournalPosition _position;
    private Epoch _epoch;

    /// <summary>Another unit, not retired, that has this call sign: the first by its id; null: none has.</summary>
    public async ValueTask<UnitId?> FindOtherAsync(UnitId unit, string callSign)
    {
        await RefreshAsync();
        lock (_lock)
        {
            var others = _holders.GetValueOrDefault(CallSigns.Fold(callSign))?.Where(u => u != unit).ToList() ?? [];
            return others.Count == 0 ? null : others.MinBy(u => u.Value, StringComparer.Ordinal);
        }
    }

    /// <summary>The call signs that several units have, in the order of the first unit of each.</summary>
    public async ValueTask<IReadOnlyList<SharedCallSign>> ListSharedAsync()
    {
        await RefreshAsync();
        lock (_lock)
        {
            return [.. _holders.Values
                .Where(units => units.Count > 1)
                .Select(units => units.OrderBy(u => u.Value, StringComparer.Ordinal).ToList())
                .Select(units => new SharedCallSign(_units[units[0]].CallSign, units))
                .OrderBy(s => s.UnitIds[0].Value, StringComparer.Ordinal)];
        }
    }

    private async ValueTask RefreshAsync()
    {
        while (true)
        {
            JournalPosition position;
            var epoch = journal.Epoch;
            lock (_lock)
            {
                if (_epoch != epoch)
                {
                    (_epoch, _position) = (epoch, JournalPosition.Start);
                    _units.Clear();
                    _holders.Clear();
                }

                position = _position;
            }

            var rows = await journal.ReadBoardAsync(StreamKind.Unit, openOnly: false, position, PageLimit);
            var sound = await views.SoundAsync(rows);
            lock (_lock)
            {
                foreach (var row in sound)
                {
                    if (_epoch != epoch || (row.Position <= _position && !row.IsMended))
                        continue;
                    Take(row.Entry.ValueOf<UnitView>());
                    if (!row.IsMended)
                        _position = row.Position;
                }

                if (rows.Count < PageLimit || _position == position)
                    return;
            }
        }
    }

    private void Take(UnitView unit)
    {
        if (_units.Remove(unit.Id, out var before) && _holders.TryGetValue(before.Folded, out var left))
        {
            left.Remove(unit.Id);
            if (left.Count == 0)
                _holders.Remove(before.Folded);
        }

        if (unit.Retired)
            return;
        var folded = CallSigns.Fold(unit.CallSign);
        _units.Add(unit.Id, (unit.CallSign, folded));
        if (!_holders.TryGetValue(folded, out var holders))
            _holders.Add(folded, holders = []);
        holders.Add(unit.Id);
    }
}
