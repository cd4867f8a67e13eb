using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Clocks;

/// <summary>
/// Clocks that run out, many and evenly, while commands go on: how late each was said to be overdue, commit included. All of it read back
/// from the trails.
/// </summary>
public sealed class ClockRun(TocsinClient client, ClockRunOptions options, TimeProvider clock)
{
    private const string Policy = "load-clocks";
    private const int Lanes = 32;
    private const int BusyIncidents = 200;

    private readonly string run = $"clocks-{Guid.NewGuid():N}";
    private readonly LatencyBook book = new();

    /// <summary>Runs it.</summary>
    /// <param name="say">Told what is going on.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="StoryEndedException">A command that the run is built on was refused.</exception>
    public async Task<ClockRunResult> RunAsync(Action<string> say, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(say);
        var idleBefore = await IdleAsync(stop);
        await ChooseAsync(stop);
        var first = clock.GetUtcNow() + options.Making;
        say($"making {options.Incidents:N0} incidents; the first clock runs out at {first:HH:mm:ss}");
        var started = clock.GetTimestamp();
        var incidents = await MakeAsync(first, stop);
        var made = clock.GetElapsedTime(started);
        var busy = await MakeBusyAsync(stop);
        await SendAsync(
            "/settings/policy", new Dictionary<string, string?> { ["name"] = null }, "unchosen", Role.Admin, HttpMethod.Put, stop);

        say($"made in {made.TotalSeconds:0} s; {options.CommandsPerSecond} commands/s until {first + options.Span:HH:mm:ss}");
        await LoadAsync(busy, first + options.Span - clock.GetUtcNow() + TimeSpan.FromSeconds(3), stop);
        var idleOverdue = await IdleAsync(stop);
        say("reading the trails");
        return await ReadAsync(incidents, made, idleBefore, idleOverdue, stop);
    }

    private async Task ChooseAsync(CancellationToken stop)
    {
        // One level, at once: what comes later is another day's, and nothing of it is looked at meanwhile.
        var policy = new
        {
            limits = new[] { new { stage = "assign", limitSeconds = options.LimitSeconds } },
            escalation = new { stationSeconds = 0, supervisorSeconds = 86_400, dutyCommanderSeconds = 86_400 },
        };
        await SendAsync($"/settings/policies/{Policy}", policy, "policy", Role.Admin, HttpMethod.Put, stop);
        await SendAsync("/settings/policy", new { name = Policy }, "chosen", Role.Admin, HttpMethod.Put, stop);
    }

    private async Task<string[]> MakeAsync(DateTimeOffset first, CancellationToken stop)
    {
        var ids = new string[options.Incidents];
        await Parallel.ForAsync(
            0,
            options.Incidents,
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = stop },
            async (i, ct) =>
            {
                var due = first + (options.Span * i / options.Incidents);
                ids[i] = await IncidentAsync($"i{i}", due.AddSeconds(-options.LimitSeconds), ct);
            });
        return ids;
    }

    private async Task<string[]> MakeBusyAsync(CancellationToken stop)
    {
        var ids = new string[BusyIncidents];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = await IncidentAsync($"b{i}", null, stop);
        return ids;
    }

    private async Task<string> IncidentAsync(string name, DateTimeOffset? receivedAt, CancellationToken stop)
    {
        var body = new { category = "clock", priority = 3, occurredAt = Wire.Time(receivedAt) };
        return (await SendAsync("/incidents", body, name, Role.Dispatcher, HttpMethod.Post, stop)).Read<IncidentView>().Id;
    }

    // Open loop: the schedule never waits for answers.
    private async Task LoadAsync(string[] incidents, TimeSpan duration, CancellationToken stop)
    {
        var underWay = new List<Task>();
        var started = clock.GetTimestamp();
        var number = 0;
        foreach (var at in PoissonArrivals.Schedule(options.CommandsPerSecond, duration, new Random(1)))
        {
            var early = at - clock.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, clock, stop);
            underWay.RemoveAll(t => t.IsCompleted);
            underWay.Add(NoteAsync(incidents[number % incidents.Length], number++, at, started, stop));
        }

        await Task.WhenAll(underWay);
    }

    private async Task NoteAsync(string incident, int number, TimeSpan at, long started, CancellationToken stop)
    {
        var reply = await client.SendAsync(
            HttpMethod.Post, $"/incidents/{incident}/notes", new { text = "still on it" }, $"{run}-n{number}", Role.Dispatcher, stop);
        book.Note("note", clock.GetElapsedTime(started) - at, reply.Ok ? null : reply.Code);
    }

    private async Task<ClockRunResult> ReadAsync(
        string[] incidents, TimeSpan made, double? idleBefore, double? idleOverdue, CancellationToken stop)
    {
        var late = new List<double>();
        var fired = new List<double>();
        int missing = 0, twice = 0, early = 0;
        var gate = new Lock();
        await Parallel.ForEachAsync(
            incidents,
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = stop },
            async (id, ct) =>
            {
                var reply = await client.GetAsync($"/incidents/{id}/trail", Role.Auditor, ct);
                var overdue = reply.Read<PageView<JsonElement>>().Items.Where(e => e.GetProperty("kind").GetString() == "ClockOverdue")
                    .ToList();
                lock (gate)
                {
                    missing += overdue.Count == 0 ? 1 : 0;
                    twice += overdue.Count > 1 ? 1 : 0;
                    foreach (var happened in overdue)
                    {
                        var data = happened.GetProperty("data");
                        var ms = (happened.GetProperty("recordedAt").GetDateTimeOffset() - data.GetProperty("dueAt").GetDateTimeOffset())
                            .TotalMilliseconds;
                        early += ms < 0 ? 1 : 0;
                        late.Add(ms);
                        fired.Add(data.GetProperty("firedLateMs").GetDouble());
                    }
                }
            });
        late.Sort();
        fired.Sort();
        return new ClockRunResult(incidents.Length, late, fired, missing, twice, early, made, book, idleBefore, idleOverdue);
    }

    private async Task<double?> IdleAsync(CancellationToken stop)
    {
        if (options.Pids.Count == 0)
            return null;
        var before = ProcessSample.Take(options.Pids);
        await Task.Delay(options.Idle, clock, stop);
        return (ProcessSample.Take(options.Pids).Cpu - before.Cpu) / options.Idle;
    }

    private async Task<Reply> SendAsync(string path, object body, string key, Role role, HttpMethod method, CancellationToken stop)
    {
        var reply = await client.SendAsync(method, path, body, $"{run}-{key}", role, stop);
        return reply.Ok ? reply : throw new StoryEndedException($"{path}: {reply.Status} {reply.Code}: {reply.Body}");
    }
}
