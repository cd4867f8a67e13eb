using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.Recommending;

/// <summary>
/// The picture out of the board in this silo's memory. It is brought up to date when it is asked for, by what the journal and the vehicles
/// reported since: what did not change costs nothing, and nothing runs while nobody asks.
/// </summary>
internal sealed class LiveCandidates(LiveBoard board, PositionBook positions, LiveCounter counter, TimeProvider time) : ICandidateSource
{
    /// <summary>How many events one look at the board takes.</summary>
    private const int PageLimit = 10_000;

    /// <summary>Positions are looked through at most this often: a car at 100 km/h drives 7 m in it.</summary>
    private static readonly TimeSpan PositionsEvery = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Dictionary<UnitId, int> _places = [];
    private readonly List<DutyUnit> _units = [];
    private LivePicture? _board;
    private JournalPosition _position;
    private DutyPicture? _picture;
    private long _counted;
    private long? _countedAt;

    /// <inheritdoc/>
    public DutyPicture Look()
    {
        var current = board.Loaded;
        lock (_lock)
        {
            if (_board != current || !TakeEvents(current))
                Load(current);
            TakePositions();
            return _picture ??= new DutyPicture([.. _units], id => current.Find(id.Stream)?.Value as LiveIncident);
        }
    }

    private bool TakeEvents(LivePicture current)
    {
        while (current.Position > _position)
        {
            if (current.After(_position, PageLimit) is not { } news)
                return false;
            foreach (var item in news.Items)
                Take(item);
            _position = news.Position;
        }

        return true;
    }

    private void Load(LivePicture current)
    {
        (_board, _picture, _countedAt) = (current, null, null);
        _places.Clear();
        _units.Clear();
        // The position first: what comes while the items are read is taken again.
        _position = current.Position;
        foreach (var item in current.Items)
            Take(item);
    }

    private void Take(LiveItem item)
    {
        if (item.Stream.Kind != StreamKind.Unit)
            return;
        var id = UnitId.Of(item.Stream.Id);
        // The board also shows who is off duty and in distress, or still on an incident; and a probe's unit, which is no car and helps
        // nobody.
        if (item.Value is UnitView { Status: not UnitStatus.OffDuty } view && view.Kind != UnitKinds.Probe)
            Put(DutyUnit.Of(view, positions.Find(id)?.ToView(time.GetUtcNow())));
        else
            Remove(id);
    }

    private void Put(DutyUnit unit)
    {
        _picture = null;
        if (_places.TryGetValue(unit.Id, out var place))
        {
            _units[place] = unit;
        }
        else if (_units.Count < RecommendLimits.UnitsMax)
        {
            _places.Add(unit.Id, _units.Count);
            _units.Add(unit);
        }
    }

    // The last takes the place of the one that leaves: units stand in no order.
    private void Remove(UnitId id)
    {
        if (!_places.Remove(id, out var place))
            return;
        _picture = null;
        if (place < _units.Count - 1)
        {
            _units[place] = _units[^1];
            _places[_units[place].Id] = place;
        }

        _units.RemoveAt(_units.Count - 1);
    }

    private void TakePositions()
    {
        if (_countedAt is { } at && time.GetElapsedTime(at) < PositionsEvery)
            return;
        _countedAt = time.GetTimestamp();
        var now = counter.Count;
        if (now == _counted)
            return;
        var since = time.GetUtcNow();
        foreach (var report in positions.Since(_counted))
        {
            if (_places.TryGetValue(UnitId.Of(report.UnitId), out var place))
            {
                _units[place] = _units[place].At(report.ToView(since));
                _picture = null;
            }
        }

        _counted = now;
    }
}
