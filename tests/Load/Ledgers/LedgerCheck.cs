using Tocsin.Tests.Load.Auditing;

namespace Tocsin.Tests.Load.Ledgers;

/// <summary>
/// Checks a ledger against the trails: every acknowledged command is there exactly once, every other at most once,
/// chains are whole, no command is half there, no unit is on two incidents.
/// </summary>
public sealed class LedgerCheck(TrailReader trails, int concurrency)
{
    /// <summary>Reads every stream that the ledger names and says what is wrong.</summary>
    public async Task<LedgerFindings> CheckAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken stop)
    {
        var read = await trails.ReadAsync(entries.SelectMany(e => e.Claims).Select(c => c.Stream), concurrency, stop);
        return Check(entries, read);
    }

    /// <summary>The same on trails that were read already.</summary>
    public static LedgerFindings Check(IReadOnlyList<LedgerEntry> entries, IReadOnlyDictionary<string, Trail> trails)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(trails);
        var problems = trails.Values.SelectMany(ChainCheck.Check).ToList();
        var units = trails.Values.Where(t => t.Stream.StartsWith("unit/", StringComparison.Ordinal)).ToList();
        problems.AddRange(units.SelectMany(BookingCheck.Check));
        problems.AddRange(
            TwinCheck.Check([.. trails.Values.Where(t => t.Stream.StartsWith("incident/", StringComparison.Ordinal))], units));

        var index = trails.Values
            .SelectMany(t => t.Events.Select(e => (Key: (t.Stream, e.Kind), Event: e)))
            .ToLookup(p => p.Key, p => p.Event);
        var commands = new Dictionary<string, string>();
        int lost = 0, twice = 0;
        foreach (var entry in entries)
        {
            var (missing, repeated) = Check(entry, index, commands, problems);
            lost += missing;
            twice += repeated;
        }

        return new LedgerFindings(
            entries.Count, entries.Count(e => e.Acknowledged), trails.Count, trails.Values.Sum(t => t.Events.Count), problems, lost, twice);
    }

    private static (int Lost, int DoneTwice) Check(
        LedgerEntry entry,
        ILookup<(string Stream, string Kind), TrailEvent> index,
        Dictionary<string, string> commands,
        List<string> problems)
    {
        int lost = 0, twice = 0;
        var ids = new HashSet<string>();
        foreach (var (claim, i) in entry.Claims.Select((c, i) => (c, i)))
        {
            var found = index[(claim.Stream, claim.Kind)]
                .Where(e => (claim.AnyTime || e.OccurredAt == entry.OccurredAt)
                    && (claim.UnitId is null || e.Text("unitId") == claim.UnitId)
                    && (claim.Text is null || e.Text("text") == claim.Text))
                .ToList();
            lost += found.Count == 0 && entry.Acknowledged ? 1 : 0;
            twice += found.Count > 1 ? 1 : 0;
            if (found.Count > 1 || (found.Count == 0 && entry.Acknowledged))
            {
                problems.Add($"{entry.Path} ({entry.Key}): {claim.Kind} is there {found.Count} times in "
                    + $"{claim.Stream}{(entry.Acknowledged ? ", and was acknowledged" : string.Empty)}");
            }

            if (found.Count > 0 && i == 0 && entry.Version > 0 && found[0].Version > entry.Version)
                problems.Add($"{entry.Path} ({entry.Key}): its event has version {found[0].Version}, its answer showed {entry.Version}");
            ids.UnionWith(found.Select(e => e.CommandId));
        }

        if (ids.Count > 1)
            problems.Add($"{entry.Path} ({entry.Key}): its events are of {ids.Count} commands");
        foreach (var id in ids)
        {
            if (!commands.TryAdd(id, entry.Key))
                problems.Add($"{entry.Path} ({entry.Key}): its events are of the command of {commands[id]}");
        }

        return (lost, twice);
    }
}
