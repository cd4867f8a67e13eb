using System.Collections.Immutable;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.IO.Converters;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>
/// The stations as the journal has them, on this silo. Before each use it asks the journal for what changed since: one indexed look that
/// finds nothing nearly always, so that a station that was acknowledged counts at once, on every silo.
/// </summary>
internal sealed class StationCatalogue(IJournal journal)
{
    /// <summary>The most stations that one look fetches; more come with the next.</summary>
    private const int PageLimit = 1000;

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private readonly Lock _lock = new();
    private ImmutableDictionary<string, Entry> _stations = ImmutableDictionary<string, Entry>.Empty;
    private JournalPosition _position;
    private Epoch _epoch;

    /// <summary>
    /// To whom a place belongs: the given station, else the one whose area holds it (the smallest, if several do), else the nearest.
    /// </summary>
    public async ValueTask<Jurisdiction> FindAsync(GeoPoint? place, string? given)
    {
        if (place is null && given is null)
            return new Jurisdiction(null, null);
        var stations = await RefreshAsync();
        var (nearest, meters) = place is { } at ? Nearest(stations.Values, at) : default;
        if (given is not null)
            return new Jurisdiction(given, stations.GetValueOrDefault(given)?.View.AreaClass, meters);

        var point = new Point(place!.Value.Lon, place.Value.Lat);
        var holder = stations.Values
            .Where(s => s.Area?.Covers(point) == true)
            .MinBy(s => (s.Area!.Geometry.Area, s.View.Id.Value));
        holder ??= nearest;
        return new Jurisdiction(holder?.View.Id.Value, holder?.View.AreaClass, meters);
    }

    private static (Entry? Station, double? Meters) Nearest(IEnumerable<Entry> stations, GeoPoint place) => stations
        .Where(s => s.View.Location is not null)
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
            lock (_lock)
            {
                foreach (var row in rows)
                {
                    if (row.Position <= _position || _epoch != epoch)
                        continue;
                    _stations = _stations.SetItem(row.Stream.Id, Entry.Of(row.Entry.View));
                    _position = row.Position;
                }

                if (rows.Count < PageLimit)
                    return _stations;
            }
        }
    }

    private sealed record Entry(StationView View, IPreparedGeometry? Area)
    {
        public static Entry Of(string json)
        {
            var view = TocsinJson.Read<StationView>(json);
            var area = view.Area is { ValueKind: JsonValueKind.Object } text ? text.Deserialize<Geometry>(GeoJson) : null;
            return new Entry(view, area is null ? null : PreparedGeometryFactory.Prepare(area));
        }
    }
}
