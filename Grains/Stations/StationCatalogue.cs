using System.Collections.Immutable;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.IO.Converters;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Reading;

namespace Tocsin.Stations;

/// <summary>
/// The stations as the journal has them, on this silo. Before each use it asks the journal for what changed since: one indexed look that
/// finds nothing nearly always, so that a station that was acknowledged counts at once, on every silo.
/// </summary>
internal sealed class StationCatalogue(IJournal journal, FreshViews views)
{
    /// <summary>The most stations that one look fetches; more come with the next.</summary>
    private const int PageLimit = 1000;

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private readonly Lock _lock = new();
    private ImmutableDictionary<string, Entry> _stations = ImmutableDictionary<string, Entry>.Empty;
    private JournalPosition _position;
    private Epoch _epoch;

    /// <summary>
    /// To whom a place belongs: the given station, also a retired one, else the one whose area holds it (the smallest, if several do), else
    /// the nearest.
    /// </summary>
    public async ValueTask<Jurisdiction> FindAsync(GeoPoint? place, string? given)
    {
        if (place is null && given is null)
            return new Jurisdiction(null, null);
        var stations = await RefreshAsync();
        var (holder, meters) = place is { } at ? Holder(at, stations) : (null, null);
        var found = given is null ? Of(holder) : Of(given, stations);
        return found with { NearestMeters = meters };
    }

    /// <summary>
    /// Who answers for what belongs to a station: the station itself; if it is retired its successor, or the successor of that, else
    /// whoever the place belongs to.
    /// </summary>
    public async ValueTask<Jurisdiction> FindHeirAsync(string station, GeoPoint? place)
    {
        var stations = await RefreshAsync();
        var heir = Of(station, stations);

        // A station that is retired names one that was not then, so that the way never comes back to where it was.
        for (var way = stations.Count; heir.Retired && way > 0; way--)
        {
            if (stations[heir.Station!].View.Successor is not { } next)
                return Of(place is { } point ? Holder(point, stations).Station : null) with { Instead = station };
            heir = Of(next.Value, stations) with { Instead = station };
        }

        return heir;
    }

    /// <summary>One station as it is now; null: it is not registered.</summary>
    public async ValueTask<StationView?> GetAsync(string id) => (await RefreshAsync()).GetValueOrDefault(id)?.View;

    private static Jurisdiction Of(string given, ImmutableDictionary<string, Entry> stations) =>
        stations.TryGetValue(given, out var found) ? found.ToJurisdiction() : new Jurisdiction(given, null);

    private static Jurisdiction Of(Entry? station) => station?.ToJurisdiction() ?? new Jurisdiction(null, null);

    // A place in a station's area is at that station, however far its house is.
    private static (Entry? Station, double? Meters) Holder(GeoPoint place, ImmutableDictionary<string, Entry> stations)
    {
        var point = new Point(place.Lon, place.Lat);
        var holder = stations.Values
            .Where(s => s.TakesPlaces && s.Area?.Covers(point) == true)
            .MinBy(s => (s.Area!.Geometry.Area, s.View.Id.Value));
        return holder is null ? Nearest(place, stations) : (holder, 0);
    }

    private static (Entry? Station, double? Meters) Nearest(GeoPoint place, ImmutableDictionary<string, Entry> stations) => stations.Values
        .Where(s => s.TakesPlaces && s.View.Location is not null)
        .Select(s => (Station: (Entry?)s, Meters: (double?)GreatCircle.Meters(s.View.Location!.Value, place)))
        .DefaultIfEmpty()
        .MinBy(s => (s.Meters, s.Station?.View.Id.Value));

    private async ValueTask<ImmutableDictionary<string, Entry>> RefreshAsync()
    {
        while (true)
        {
            JournalPosition position;
            var epoch = journal.Epoch;
            lock (_lock)
            {
                if (_epoch != epoch)
                    (_epoch, _position, _stations) = (epoch, JournalPosition.Start, ImmutableDictionary<string, Entry>.Empty);
                position = _position;
            }

            var rows = await journal.ReadBoardAsync(StreamKind.Station, openOnly: false, position, PageLimit);
            var sound = await views.SoundAsync(rows);
            lock (_lock)
            {
                foreach (var row in sound)
                {
                    if (_epoch != epoch || (row.Position <= _position && !row.IsMended))
                        continue;
                    _stations = _stations.SetItem(row.Stream.Id, Entry.Of(row));
                    if (!row.IsMended)
                        _position = row.Position;
                }

                if (rows.Count < PageLimit || _position == position)
                    return _stations;
            }
        }
    }

    private sealed record Entry(StationView View, int Version, IPreparedGeometry? Area)
    {
        public static Entry Of(BoardRow row)
        {
            var view = TocsinJson.Read<StationView>(row.Entry.View);
            var area = view.Area is { ValueKind: JsonValueKind.Object } text ? text.Deserialize<Geometry>(GeoJson) : null;
            return new Entry(view, row.Version, area is null ? null : PreparedGeometryFactory.Prepare(area));
        }

        /// <summary>Whether places may belong to it: a body has none, and a retired station gets no more.</summary>
        public bool TakesPlaces => View is { Retired: false, Kind: StationKind.Station };

        public Jurisdiction ToJurisdiction() => new(View.Id.Value, View.Kind == StationKind.Station ? View.AreaClass : null)
        {
            Version = Version,
            Retired = View.Retired,
        };
    }
}
