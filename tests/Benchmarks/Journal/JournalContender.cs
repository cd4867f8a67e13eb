using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Writing;
using Tocsin.Schema;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>
/// Our journal, as a silo uses it: requests made, queued, batched, committed. Each worker has streams of its own, so nothing conflicts.
/// </summary>
internal sealed class JournalContender : IAsyncDisposable
{
    private static readonly Actor Dispatcher = new("wang", "dispatcher");
    private readonly Arena _arena;
    private readonly PostgresJournal _journal;
    private readonly JournalMetrics _metrics;
    private readonly List<Streams> _streams = [];

    private JournalContender(Arena arena, PostgresJournal journal, JournalMetrics metrics)
    {
        _arena = arena;
        _journal = journal;
        _metrics = metrics;
    }

    public static async Task<JournalContender> PrepareAsync(Arena arena)
    {
        var connection = await arena.Server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(connection);
        var metrics = new JournalMetrics();
        var journal = await PostgresJournal.OpenAsync(
            connection, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
        return new JournalContender(arena, journal, metrics);
    }

    public async Task<Score> RunAsync(int workers, Shape shape, TimeSpan time, CancellationToken cancellation)
    {
        while (_streams.Count < workers)
            _streams.Add(new Streams());
        var syncs = await _arena.SyncsAsync();
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var (latency, elapsed) = await InFlight.RunAsync(workers, time, worker => CommandAsync(_streams[worker], shape), cancellation);
        cpu = (Environment.CpuUsage.TotalTime - cpu) / latency.TotalCount;
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / latency.TotalCount;
        var batches = Math.Max(1, await _arena.SyncsAsync() - syncs);
        return Score.Of(
            latency,
            elapsed,
            shape == Shape.OneStream ? 1 : 2,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{latency.TotalCount / batches} a sync; ours: {cpu.TotalMicroseconds:F0} us CPU, {allocated / 1024.0:F1} KiB a command"));
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _metrics.Dispose();
    }

    private async Task CommandAsync(Streams streams, Shape shape)
    {
        var request = shape == Shape.OneStream ? streams.Report(_journal.Epoch) : streams.Assign(_journal.Epoch);
        var result = await _journal.AppendAsync(request);
        if (result.Outcome != AppendOutcome.Committed)
            throw new InvalidOperationException($"An append of the benchmark was answered {result.Outcome}.");
        streams.Advance(shape);
    }

    private sealed class Streams
    {
        private readonly IncidentId _incident = IncidentId.Of(Guid.NewGuid().ToString("N"));
        private readonly UnitId _unit = UnitId.Of(Guid.NewGuid().ToString("N"));
        private readonly string _number = Guid.NewGuid().ToString("N")[..11];
        private readonly byte[] _digest = new byte[32];
        private int _incidentVersion;
        private int _unitVersion;

        public AppendRequest Report(Epoch epoch) =>
            new(
                CommandId.New(),
                Dispatcher,
                epoch,
                [Head(_incident.Stream, _incidentVersion)],
                [Happened(_incident.Stream, "UnitEnRoute", _incidentVersion)]);

        public AppendRequest Assign(Epoch epoch) => new(
            CommandId.New(),
            Dispatcher,
            epoch,
            [Head(_incident.Stream, _incidentVersion), Head(_unit.Stream, _unitVersion)],
            [Happened(_incident.Stream, "UnitAssigned", _incidentVersion), Happened(_unit.Stream, "Assigned", _unitVersion)])
        {
            Key = new CommandKey(_digest, 200),
            Incidents =
            [
                new IncidentRow(_incident, _number, true, "burglary", 2, "north", false, DateTimeOffset.UnixEpoch, null,
                    DateTimeOffset.UnixEpoch, _unit, "north", null, null, null,
                    "170101-0001\n12 river road\nburglary\nsomebody is at the door"),
            ],
            Responses = [new ResponseRow(_incident, 0, _unit, "north", true, DateTimeOffset.UnixEpoch, null, null, null, null, null)],
        };

        public void Advance(Shape shape)
        {
            _incidentVersion++;
            if (shape == Shape.Assignment)
                _unitVersion++;
        }

        private static StreamHead Head(StreamId stream, int version) =>
            new(stream, version, new BoardEntry(Material.View(version), 1, true, 1, 2, "north", null));

        private static PendingEvent Happened(StreamId stream, string kind, int version) =>
            new(stream, kind, DateTimeOffset.UtcNow, Material.Data(version));
    }
}
