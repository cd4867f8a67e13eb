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
    private const string Station = "load-clocks";
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
        say($"making {options.Incidents:N0} incidents and {options.Directives:N0} directives; "
            + $"the first clock runs out at {first:HH:mm:ss}");
        var started = clock.GetTimestamp();
        await StationAsync(stop);
        var incidents = await MakeAsync(options.Incidents, first, (i, at) => IncidentAsync($"i{i}", at, stop), stop);
        var directives = await MakeAsync(options.Directives, first, (i, at) => DirectiveAsync($"d{i}", at, stop), stop);
        var made = clock.GetElapsedTime(started);
        var busy = await MakeBusyAsync(stop);
        await SendAsync(
            "/settings/policy", new Dictionary<string, string?> { ["name"] = null }, "unchosen", Role.Admin, HttpMethod.Put, stop);

        say($"made in {made.TotalSeconds:0} s; {options.CommandsPerSecond} commands/s until {first + options.Span:HH:mm:ss}");
        await LoadAsync(busy, first + options.Span - clock.GetUtcNow() + TimeSpan.FromSeconds(3), stop);
        var idleOverdue = await IdleAsync(stop);
        say("reading the trails");
        var paths = incidents.Select(i => $"/incidents/{i}").Concat(directives.Select(d => $"/directives/{d}")).ToList();
        return await ReadAsync(paths, made, idleBefore, idleOverdue, stop);
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

    // Evenly over the span, each so long ago that its clock runs out at its own instant.
    private async Task<string[]> MakeAsync(
        int count, DateTimeOffset first, Func<int, DateTimeOffset, Task<string>> make, CancellationToken stop)
    {
        var ids = new string[count];
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = stop },
            async (i, _) =>
            {
                var due = first + (options.Span * i / count);
                ids[i] = await make(i, due.AddSeconds(-options.LimitSeconds));
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

    private async Task StationAsync(CancellationToken stop)
    {
        if (options.Directives == 0)
            return;
        var body = new { name = Station, kind = "body" };
        var reply = await client.SendAsync(HttpMethod.Put, $"/stations/{Station}", body, $"{run}-station", Role.Admin, stop);
        if (!reply.Ok)
            throw new StoryEndedException($"/stations/{Station}: {reply.Status} {reply.Code}: {reply.Body}");
    }

    private async Task<string> DirectiveAsync(string name, DateTimeOffset issuedAt, CancellationToken stop)
    {
        var body = new
        {
            to = new[] { new { station = Station } },
            kind = "notify",
            text = "clock",
            limits = new { sign = options.LimitSeconds },
            occurredAt = Wire.Time(issuedAt),
        };
        var reply = await SendAsync("/directives", body, name, Role.Dispatcher, HttpMethod.Post, stop);
        return reply.Read<JsonElement>().GetProperty("items")[0].GetProperty("id").GetString()!;
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
        List<string> things, TimeSpan made, double? idleBefore, double? idleOverdue, CancellationToken stop)
    {
        var late = new List<double>();
        var fired = new List<double>();
        int missing = 0, twice = 0, early = 0;
        var gate = new Lock();
        await Parallel.ForEachAsync(
            things,
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = stop },
            async (thing, ct) =>
            {
                var reply = await client.GetAsync($"{thing}/trail", Role.Auditor, ct);
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
        return new ClockRunResult(things.Count, late, fired, missing, twice, early, made, book, idleBefore, idleOverdue);
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
