using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.Policies;

/// <summary>Reads timing policies: board rows, and the presets that nobody changed.</summary>
[StatelessWorker, Reentrant]
internal sealed class PolicyReadingGrain(IJournal journal, FreshViews views, TimeProvider time) : Grain, IPolicyReadingGrain
{
    /// <inheritdoc/>
    public async Task<Thing> Get(PolicyId name)
    {
        if (await journal.FindAsync(name.Stream) is { } row)
            return new Thing(null, row.Entry.View, row.Version);
        return Presets.Find(name) is { } preset
            ? new Thing(null, TocsinJson.Write(Presets.ToView(preset)), 0)
            : new Thing(new Refusal(RefusalCode.NotFound, "There is no such timing policy."), "", 0);
    }

    /// <inheritdoc/>
    public async Task<ThingPage> List(int limit, string? cursor)
    {
        if (!Cursor.TryReadId(cursor, out var after))
            return Cursor.Refused();

        // Policies are few (tens): all of them, sorted.
        var made = await journal.ReadBoardAsync(StreamKind.Policy, openOnly: false, JournalPosition.Start, JournalLimits.EventsPerPage);
        var all = made.Where(r => !r.IsDamaged).Select(r => (r.Stream.Id, r.Entry.View))
            .Concat(Presets.All
                .Where(p => made.All(r => r.Stream.Id != p.Name))
                .Select(p => (Id: p.Name, View: TocsinJson.Write(Presets.ToView(p)))))
            .Where(p => string.CompareOrdinal(p.Id, after ?? "") > 0)
            .OrderBy(p => p.Id, StringComparer.Ordinal)
            .Take(limit + 1)
            .ToList();
        return new ThingPage(null, [.. all.Take(limit).Select(p => p.View)], all.Count > limit ? Cursor.WriteId(all[limit - 1].Id) : null)
        {
            Damaged = ThingReads.DamagedOf(made),
        };
    }

    /// <inheritdoc/>
    public async Task<Thing> Chosen() => await views.FindAsync(SettingIds.TimingPolicyStream) is { } row
        ? new Thing(null, row.Entry.View, row.Version)
        : new Thing(null, TocsinJson.Write(new ChoiceView(null, 0, BuiltIn: true)), 0);

    /// <inheritdoc/>
    public async Task<Thing> Closing() => await views.FindAsync(SettingIds.ClosingStream) is { } row
        ? new Thing(null, row.Entry.View, row.Version)
        : new Thing(null, TocsinJson.Write(new ClosingView([], [], 0)), 0);

    /// <inheritdoc/>
    public async Task<Thing> CallBacks() => await views.FindAsync(SettingIds.CallBacksStream) is { } row
        ? new Thing(null, row.Entry.View, row.Version)
        : new Thing(null, TocsinJson.Write(CallBackCatalogue.Unset), 0);

    /// <inheritdoc/>
    public async Task<Thing> BlockedSubjects()
    {
        if (await views.FindAsync(SettingIds.BlockedSubjectsStream) is not { } row)
            return new Thing(null, TocsinJson.Write(new BlockedSubjectsView([], 0)), 0);
        var all = TocsinJson.Read<BlockedSubjectsView>(row.Entry.View);
        var now = time.GetUtcNow();
        var standing = all with { Items = [.. all.Items.Where(b => !b.IsOver(now))] };
        return new Thing(null, TocsinJson.Write(standing), row.Version);
    }
}
