using System.Globalization;
using System.Text;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>What dispatchers do, over HTTP: each worker on a connection of its own.</summary>
internal sealed class Desk(Place place)
{
    private const string Incidents = "/api/v1/incidents";
    /// <summary>Make, assign, en route, on scene, clear, close.</summary>
    public const int CommandsOfACycle = 6;

    private const int AtOnce = 64;
    private const string NoteBody = """{"text": "the caller rang again: two men, on foot, towards the station"}""";
    private const string IncidentBody =
        """{"category": "theft", "priority": 2, "location": {"lat": 36.53, "lon": 113.05, "address": "12 River Road"},"""
        + """ "narrative": "two men, on foot, towards the station"}""";

    private static readonly string[] Stages = ["enRoute", "onScene", "cleared"];

    private readonly byte[] _make = WireRequest.Post(Incidents, place.Tokens.Dispatcher, IncidentBody);
    private readonly List<string> _incidents = [];
    private readonly List<string> _units = [];
    private readonly List<byte[]> _notes = [];

    /// <summary>The open incidents that were made.</summary>
    public IReadOnlyList<string> Made => _incidents;

    /// <summary>Units on duty.</summary>
    public IReadOnlyList<string> Units => _units;

    /// <summary>Sees to it that there are so many open incidents.</summary>
    public async Task IncidentsAsync(int count, CancellationToken cancellation)
    {
        var ids = await SpreadAsync(count - _incidents.Count, (_, connection) => MakeAsync(connection), cancellation);
        _incidents.AddRange(ids);
        _notes.AddRange(ids.Select(id => WireRequest.Post($"{Incidents}/{id}/notes", place.Tokens.Dispatcher, NoteBody)));
    }

    /// <summary>A note on each incident there is: all their grains are active then.</summary>
    public async Task TouchAsync(CancellationToken cancellation) =>
        await SpreadAsync(_notes.Count, async (i, connection) => (await connection.DoneAsync(_notes[i])).Length, cancellation);

    /// <summary>Sees to it that there are so many units on duty, with homes some 30 km about.</summary>
    public async Task UnitsAsync(int count, CancellationToken cancellation)
    {
        var first = _units.Count;
        _units.AddRange(await SpreadAsync(count - first, async (i, connection) =>
        {
            var id = $"B{first + i:00000}";
            var (lat, lon) = Spot(first + i);
            var home = FormattableString.Invariant($$"""{"lat": {{lat:0.000000}}, "lon": {{lon:0.000000}} }""");
            await connection.DoneAsync(WireRequest.Put($"/api/v1/units/{id}", place.Tokens.Admin, FormattableString.Invariant(
                $$"""{"callSign": "{{id}}", "kind": "patrol", "station": "S{{i % 40}}", "capabilities": [], "home": {{home}} }""")));
            await connection.DoneAsync(WireRequest.Post($"/api/v1/units/{id}/duty", place.Tokens.Dispatcher, """{"onDuty": true}"""));
            return id;
        }, cancellation));
    }

    /// <summary>Tells where all units are.</summary>
    public async Task PositionsAsync(CancellationToken cancellation)
    {
        const int batch = 500;
        var batches = _units.Select((id, i) => (id, Spot(i))).Chunk(batch).ToList();
        await SpreadAsync(batches.Count, async (i, connection) =>
        {
            var body = string.Join(',', batches[i].Select(u => string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"unitId": "{{u.id}}", "lat": {{u.Item2.Lat:0.000000}}, "lon": {{u.Item2.Lon:0.000000}},"""
                    + $$""" "at": "{{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}", "speed": 12.5, "heading": 90}""")));
            await connection.DoneAsync(WireRequest.Post("/api/v1/positions", place.Tokens.Feeder, $"[{body}]"));
            return 0;
        }, cancellation);
    }

    /// <summary>A note by each worker on an incident of its own, and on all of them in turn where there are more.</summary>
    public async Task<Func<int, Task>> NotesAsync(int workers, CancellationToken cancellation)
    {
        await IncidentsAsync(workers, cancellation);
        var connections = await place.ConnectAsync(workers);
        var next = Enumerable.Range(0, workers).ToArray();
        return async worker =>
        {
            await CountAsync(connections[worker], _notes[next[worker]]);
            next[worker] = next[worker] + workers < _notes.Count ? next[worker] + workers : worker;
        };
    }

    /// <summary>Asks the same question of the incidents in turn.</summary>
    public async Task<Func<int, Task>> AskAsync(int workers, Func<string, string> path, CancellationToken cancellation)
    {
        await IncidentsAsync(workers, cancellation);
        var connections = await place.ConnectAsync(workers);
        var questions = _incidents.Take(workers).Select(id => WireRequest.Get(path(id), place.Tokens.Dispatcher)).ToArray();
        return worker => CountAsync(connections[worker], questions[worker]);
    }

    /// <summary>An incident from its beginning to its end, with a unit: six commands.</summary>
    public async Task<Func<int, Task>> CyclesAsync(int workers, CancellationToken cancellation)
    {
        await UnitsAsync(workers, cancellation);
        var connections = await place.ConnectAsync(workers);
        return async worker =>
        {
            var (connection, unit) = (connections[worker], _units[worker]);
            var incident = await MakeAsync(connection);
            await CountAsync(connection, Assignment(incident, unit));
            foreach (var stage in Stages)
                await CountAsync(connection, Progress(incident, unit, stage));
            await CountAsync(connection, Closure(incident));
        };
    }

    /// <summary>
    /// So many assignments, each of a free unit to a fresh incident; the incidents are made before and closed after, neither is measured.
    /// </summary>
    public async Task<Measured> AssignmentsAsync(int workers, int count, CancellationToken cancellation)
    {
        await UnitsAsync(count, cancellation);
        var incidents = await SpreadAsync(count, (_, connection) => MakeAsync(connection), cancellation);
        var requests = incidents.Select((incident, i) => Assignment(incident, _units[i])).ToArray();
        var connections = await place.ConnectAsync(workers);
        var measured = await Measured.RunAsync(
            place,
            $"assignments over HTTP, {workers} in flight",
            () => Counted.RunAsync(workers, count, (worker, i) => CountAsync(connections[worker], requests[i]), cancellation));

        // Whatever was not done need not be undone: closing ends it either way.
        await SpreadAsync(count, async (i, connection) => (await connection.DoneAsync(Closure(incidents[i]))).Length, cancellation);
        return measured;
    }

    private async Task<string> MakeAsync(WireConnection connection)
    {
        var answer = await connection.DoneAsync(_make);
        var id = answer.Span[(answer.Span.IndexOf("\"id\":\""u8) + 6)..];
        return Encoding.ASCII.GetString(id[..id.IndexOf((byte)'"')]);
    }

    private async Task CountAsync(WireConnection connection, byte[] request)
    {
        if (!WireConnection.IsYes(await connection.SendAsync(request)))
            place.CountNotDone();
    }

    private byte[] Closure(string incident) =>
        WireRequest.Post($"{Incidents}/{incident}/closure", place.Tokens.Dispatcher, """{"disposition": "settled"}""");

    private byte[] Assignment(string incident, string unit) =>
        WireRequest.Post($"{Incidents}/{incident}/assignments", place.Tokens.Dispatcher, $$"""{"unitIds": ["{{unit}}"]}""");

    private byte[] Progress(string incident, string unit, string stage) =>
        WireRequest.Post($"{Incidents}/{incident}/assignments/{unit}/progress", place.Tokens.Dispatcher, $$"""{"stage": "{{stage}}"}""");

    private async Task<T[]> SpreadAsync<T>(int count, Func<int, WireConnection, ValueTask<T>> act, CancellationToken cancellation)
    {
        var results = new T[Math.Max(0, count)];
        var connections = await place.ConnectAsync(AtOnce);
        await Counted.RunAsync(AtOnce, results.Length, async (worker, i) => results[i] = await act(i, connections[worker]), cancellation);
        return results;
    }

    private async Task<string[]> SpreadAsync(int count, Func<int, WireConnection, Task<string>> act, CancellationToken cancellation) =>
        await SpreadAsync<string>(count, async (i, connection) => await act(i, connection), cancellation);

    // The golden ratio strews them evenly.
    private static (double Lat, double Lon) Spot(int i) => (36.4 + (0.3 * (i * 0.618034 % 1)), 112.9 + (0.3 * (i * 0.754878 % 1)));
}
