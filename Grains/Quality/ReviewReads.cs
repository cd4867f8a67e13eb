using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.Settings;

namespace Tocsin.Quality;

/// <summary>
/// What is drawn for review of one day: incidents, and calls that are on none. Drawn by their ids alone, so that the sample of a day that
/// is over is the same for everybody, whenever it is asked for, and a larger one begins with a smaller.
/// </summary>
internal sealed class ReviewReads(IJournalQueries queries, IOptions<DispatchOptions> options)
{
    /// <summary>How many calls of one day are drawn from: what one list can hold.</summary>
    private const int CallsMax = 100_000;

    /// <summary>The sample.</summary>
    /// <param name="day">The day, in <c>Tocsin:TimeZone</c>, by <c>receivedAt</c>.</param>
    /// <param name="size">How many, 1 or more.</param>
    public async Task<ThingPage> SampleAsync(DateOnly day, int size)
    {
        var (from, to) = (StartOf(day), StartOf(day.AddDays(1)));
        var drawn = new PriorityQueue<SampleView, (ulong, string)>(Comparer<(ulong, string)>.Create((a, b) => b.CompareTo(a)));
        await foreach (var incident in queries.ReportIncidentsAsync(from, to))
            Draw(incident.Id.Value, new SampleView(incident.Id, null, incident.Number));
        var calls = await queries.ListAsync(new ListQuery(StreamKind.Call, CallsMax) { From = from, To = to });
        foreach (var row in calls.Select(c => c.Row).Where(r => !r.IsDamaged))
        {
            if (row.Entry.ValueOf<CallView>() is { IncidentId: null } call)
                Draw(call.Id.Value, new SampleView(null, call.Id, null));
        }

        // The last of them comes out first.
        var items = new List<string>();
        while (drawn.TryDequeue(out var item, out _))
            items.Add(TocsinJson.Write(item));
        items.Reverse();
        return new ThingPage(null, items, null) { Damaged = ThingReads.DamagedOf(calls.Select(c => c.Row)) };

        void Draw(string id, SampleView item)
        {
            drawn.Enqueue(item, (Lot(id), id));
            if (drawn.Count > size)
                drawn.Dequeue();
        }
    }

    /// <summary>The place of a thing among all that may be drawn; not that by which callers are drawn. The recipe never changes.</summary>
    public static ulong Lot(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("review/" + id)));

    private DateTimeOffset StartOf(DateOnly day) => DayStart.Of(day, options.Value.TimeZone);
}
