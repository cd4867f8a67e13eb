using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>
/// Reads what screens and reports read, one thing after the other, at each gateway in turn: none of it wakes the grain of an incident, so
/// commands alone do not show that it works. Each round also makes an incident, and later rounds must find it in the list by its address.
/// </summary>
/// <param name="incident">An incident that is there, with a place.</param>
/// <param name="sender">How they are sent.</param>
/// <param name="books">Where they are entered.</param>
public sealed class ReadLane(string incident, PatientSender sender, Books books)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private const string Place = "lat=36.5&lon=113.0&category=theft";

    private readonly string _run = Guid.NewGuid().ToString("N")[..6];
    private readonly List<string> _made = [];

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var began = TimeProvider.System.GetUtcNow();
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var reads = Reads(began, TimeProvider.System.GetUtcNow());
            var (path, role) = reads[i % reads.Length];

            // A round at one gateway, the next at the other.
            var gateway = i / reads.Length;
            if (i % reads.Length == 0)
            {
                await FindAsync(_made.Count - 1, gateway);
                await MakeAsync(gateway);
            }

            var reply = await sender.SendAsync(HttpMethod.Get, path, null, null, gateway, role);
            books.EnterRead(path, reply);
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        for (var i = 0; i < _made.Count; i++)
            await FindAsync(i, i);
    }

    private string Address(int number) => $"kiosk {_run}-{number:000}";

    private async Task MakeAsync(int gateway)
    {
        var location = new { lat = 36.6, lon = 113.1, address = Address(_made.Count) };
        var body = new { category = "noise", priority = 4, location };
        var made = await sender.SendAsync(HttpMethod.Post, "/incidents", body, $"{_run}-{_made.Count}", gateway);
        books.EnterRead("/incidents (POST)", made);
        if (made.Ok)
            _made.Add(made.Read<JsonElement>().GetProperty("id").GetString()!);
    }

    private async Task FindAsync(int number, int gateway)
    {
        if (number < 0)
            return;
        var path = $"/incidents?status=all&q={Uri.EscapeDataString(Address(number))}";
        var reply = await sender.SendAsync(HttpMethod.Get, path, null, null, gateway);
        var found = !reply.Ok || reply.Body.Contains(_made[number], StringComparison.Ordinal);
        books.EnterRead(path, found ? reply : reply with { Status = 404, Code = "an incident that was made before is not in the list" });
    }

    private (string Path, Role Role)[] Reads(DateTimeOffset began, DateTimeOffset now)
    {
        var range = $"from={Wire.Time(began.AddHours(-1))}&to={Wire.Time(now)}";
        return
        [
            ($"/incidents/{incident}", Role.Dispatcher),
            ("/incidents?status=open&limit=50", Role.Dispatcher),
            ("/units", Role.Dispatcher),
            ("/calls?limit=50", Role.Dispatcher),
            ("/stations", Role.Dispatcher),
            ("/run-cards", Role.Dispatcher),
            ("/settings/policies", Role.Dispatcher),
            ("/settings/policy", Role.Dispatcher),
            ("/board", Role.Dispatcher),
            ("/overdue?limit=50", Role.Dispatcher),
            ($"/incidents/{incident}/recommendations?count=3", Role.Dispatcher),
            ($"/incidents/{incident}/response-plan", Role.Dispatcher),
            ($"/incidents/{incident}/messages", Role.Dispatcher),
            ($"/incidents/duplicates?{Place}", Role.Dispatcher),
            ($"/reports/response-times?{range}&groupBy=priority", Role.Supervisor),
            ($"/reports/summary?{range}", Role.Supervisor),
            ("/settings/travel", Role.Dispatcher),
        ];
    }
}
