using Microsoft.Extensions.Options;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Policies;
using Tocsin.Reading;
using Tocsin.Settings;

namespace Tocsin.Quality;

/// <summary>
/// Whom to call back, out of the list keys of closed incidents (<see cref="IncidentListing.CallBack"/>): a key has the day of the closure,
/// so that the oldest are found first. What the centre has set is judged here.
/// </summary>
internal sealed class CallBackReads(
    IJournalQueries queries,
    FreshViews views,
    PersonalData personal,
    CallBackCatalogue settings,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    /// <summary>How many incidents of one day are looked at: several times a large city's.</summary>
    public const int PerDayMax = 20_000;

    /// <summary>How many are late at most: beyond them the list of what is late says that it is not complete.</summary>
    public const int LateMax = 1_000;

    /// <summary>A page of them, oldest due first.</summary>
    public async Task<ThingPage> ListAsync(DueFilter filter, int limit, string? cursor)
    {
        if (!Cursor.TryRead(cursor, out var after))
            return Cursor.Refused();
        var now = time.GetUtcNow();
        var found = await FindAsync(await settings.FindAsync(), Until(filter, now), after, limit + 1, now);
        var page = found.Due.Take(limit).ToList();
        return new ThingPage(
            null,
            [.. page.Select(d => TocsinJson.Write(ViewOf(d)))],
            found.Due.Count > limit ? Cursor.Write(page[^1].ClosedAt, page[^1].Incident.Id.Value) : null)
        {
            Damaged = found.Damaged,
        };
    }

    /// <summary>
    /// Those that are late, the longest first, at most one more than <see cref="LateMax"/>; none before anything was set.
    /// </summary>
    public async Task<IReadOnlyList<DueCallBack>> LateAsync(DateTimeOffset at) =>
        await settings.FindAsync() is { Version: > 0 } set ? (await FindAsync(set, at, null, LateMax + 1, at)).Late : [];

    private static DueCallBackView ViewOf(DueCallBack due) =>
        new(due.Incident.Id, due.Incident.Number, due.ClosedAt, due.DueAt, due.Incident.CallBacks.Count);

    // Due before this; null: whenever.
    private DateTimeOffset? Until(DueFilter filter, DateTimeOffset now) => filter switch
    {
        DueFilter.Overdue => now,
        DueFilter.Today => DayStart.Of(
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, options.Value.TimeZone).DateTime).AddDays(1), options.Value.TimeZone),
        _ => null,
    };

    private async Task<Found> FindAsync(
        CallBackSettingsView set, DateTimeOffset? until, (DateTimeOffset ClosedAt, string Id)? after, int most, DateTimeOffset now)
    {
        var within = TimeSpan.FromHours(set.WithinHours);
        var found = new Found([], []);
        var last = (until is { } end && end - within < now ? end - within : now).UtcDateTime.Date;
        var first = now.AddDays(-QualityLimits.ListedDays);
        if (after is { } place && place.ClosedAt > first)
            first = place.ClosedAt;
        for (var day = first.UtcDateTime.Date; day <= last && found.Due.Count < most; day = day.AddDays(1))
        {
            var rows = await queries.ListAsync(new ListQuery(StreamKind.Incident, PerDayMax)
            {
                AllKeys = [IncidentListing.CallBack(new DateTimeOffset(day, TimeSpan.Zero))],
            });
            found.Damaged.AddRange(ThingReads.DamagedOf(rows.Select(r => r.Row)));
            var sound = rows.Select(r => r.Row)
                .Where(r => !r.IsDamaged && CallBackRule.IsDrawn(IncidentId.Of(r.Stream.Id), set.Share))
                .ToList();
            var due = (await views.OfAsync(sound))
                .Select(TocsinJson.Read<IncidentView>)
                .Where(v => v.ClosedAt is { } closed
                    && (until is not { } before || closed + within < before)
                    && (set.Classes.Count == 0 || set.Classes.Contains(options.Value.CategoryClasses.Of(v.Category))))
                .Select(v => new DueCallBack(v, v.ClosedAt!.Value, v.ClosedAt!.Value + within))
                .Where(d => after is not { } p
                    || d.ClosedAt > p.ClosedAt
                    || (d.ClosedAt == p.ClosedAt && string.CompareOrdinal(d.Incident.Id.Value, p.Id) > 0))
                .OrderBy(d => d.ClosedAt)
                .ThenBy(d => d.Incident.Id.Value, StringComparer.Ordinal)
                .ToList();
            found.Due.AddRange(await WithNumberAsync(due));
        }

        return found;
    }

    // Of those whose number nobody knows, nobody can be called.
    private async Task<IEnumerable<DueCallBack>> WithNumberAsync(List<DueCallBack> due)
    {
        var numbers = await personal.OfAsync([.. due.SelectMany(d => d.Incident.Calls).Select(c => c.Id.Stream).Distinct()]);
        return due.Where(d => d.Incident.Calls.Any(c => PersonalData.Text(numbers, c.Id.Stream) is { Length: > 0 }));
    }

    private sealed record Found(List<DueCallBack> Due, List<StreamId> Damaged)
    {
        // What is written down long after alarms nobody.
        public IReadOnlyList<DueCallBack> Late => [.. Due.Where(d => !d.Incident.Historic)];
    }
}
