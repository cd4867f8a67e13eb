using System.Diagnostics;
using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>
/// Incidents that nobody is assigned to, whose clocks run out one after the other through the whole of a run: whatever breaks, each is said
/// to be overdue once, and not much later.
/// </summary>
/// <param name="client">A patient client.</param>
/// <param name="count">How many there are.</param>
public sealed class ClockField(TocsinClient client, int count)
{
    /// <summary>The usual number: one runs out every quarter of a second for over a minute.</summary>
    public const int Count = 300;

    private const string Policy = "fault-clocks";
    private const int LimitSeconds = 1_800;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private static readonly ParallelOptions Lanes = new() { MaxDegreeOfParallelism = 8 };

    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly string[] _incidents = new string[count];

    /// <summary>Makes them: the first runs out now, and by the time that all are made, some have.</summary>
    public async Task MakeAsync()
    {
        await PutAsync($"/settings/policies/{Policy}", new
        {
            limits = new[] { new { stage = "assign", limitSeconds = LimitSeconds } },
            escalation = new { stationSeconds = 0, supervisorSeconds = 86_400, dutyCommanderSeconds = 86_400 },
        });
        await PutAsync("/settings/policy", new { name = Policy });
        var first = TimeProvider.System.GetUtcNow().AddSeconds(-LimitSeconds);
        await Parallel.ForAsync(0, count, Lanes, async (i, stop) =>
        {
            var body = new { category = "clock", priority = 3, occurredAt = Wire.Time(first + (i * Every)) };
            var made = await client.SendAsync(HttpMethod.Post, "/incidents", body, $"{_run}-{i}", Role.Dispatcher, stop);
            _incidents[i] = made.Read<JsonElement>().GetProperty("id").GetString()!;
        });

        // What the load makes has no other clocks than the built-in one: these would run out in nobody's time.
        await PutAsync("/settings/policy", new Dictionary<string, string?> { ["name"] = null });
    }

    /// <summary>
    /// How late the latest was recorded to be overdue, of those that were due between two instants, and how many these were; and whatever
    /// was not said once.
    /// </summary>
    public async Task<(TimeSpan Latest, int Judged, IReadOnlyList<string> Problems)> ReadAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var gate = new Lock();
        var latest = TimeSpan.Zero;
        var judged = 0;
        var problems = new List<string>();
        var waited = Stopwatch.StartNew();
        await Parallel.ForEachAsync(_incidents, Lanes, async (id, stop) =>
        {
            var (due, said) = await SaidAsync(id, stop);
            if (due < from || due > to)
                return;

            // How late it was said is judged by what is recorded; here it is only waited for.
            while (said.Count == 0 && waited.Elapsed < Until.Cap)
            {
                await Task.Delay(Every, stop);
                (_, said) = await SaidAsync(id, stop);
            }

            lock (gate)
            {
                judged++;
                if (said.Count != 1)
                    problems.Add($"incident/{id} was said to be overdue {said.Count} times");
                else if (said[0] - due > latest)
                    latest = said[0] - due;
            }
        });
        return (latest, judged, problems);
    }

    private async Task<(DateTimeOffset Due, IReadOnlyList<DateTimeOffset> Said)> SaidAsync(string id, CancellationToken stop)
    {
        var events = (await client.GetAsync($"/incidents/{id}/trail", Role.Auditor, stop)).Read<PageView<JsonElement>>().Items;
        var due = events[0].GetProperty("occurredAt").GetDateTimeOffset().AddSeconds(LimitSeconds);
        var said = events.Where(e => e.GetProperty("kind").GetString() == "ClockOverdue")
            .Select(e => e.GetProperty("recordedAt").GetDateTimeOffset());
        return (due, [.. said]);
    }

    private async Task PutAsync(string path, object body)
    {
        var reply = await client.SendAsync(HttpMethod.Put, path, body, null, Role.Admin, CancellationToken.None);
        if (!reply.Ok)
            throw new InvalidOperationException($"PUT {path}: {reply.Status} {reply.Code}");
    }
}
