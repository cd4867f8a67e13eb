using System.Collections.Immutable;
using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>
/// How lists find an incident: by number, address, category, narrative and reference; by the stations and units that it concerns; by
/// category, disposition, whether it was one, place and every unit that was ever on it. The database makes the same of the narrow rows that
/// silos of earlier versions write (<c>list_incidents</c>).
/// </summary>
internal static class IncidentListing
{
    /// <summary>The listing.</summary>
    public static Listing Of(IncidentState state) => new(state.ReceivedAt, Text(state), Keys(state));

    /// <summary>How it differs; null: not at all.</summary>
    public static ListingChange? Change(IncidentState before, IncidentState after)
    {
        if (before.Version == 0)
            return new ListingChange(after.Stream, null, Of(after));
        var sameText = SameText(before, after);
        if (sameText && SameKeys(before, after))
            return null;
        var later = Of(after);
        var earlier = new Listing(before.ReceivedAt, sameText ? later.Text : Text(before), Keys(before));
        return later.Equals(earlier) ? null : new ListingChange(after.Stream, earlier, later);
    }

    /// <summary>What text finds.</summary>
    public static string Text(IncidentState state) => SearchText.Of(Parts(state));

    /// <summary>The same as the narrow rows have it.</summary>
    public static string PlainText(IncidentState state) => SearchText.Plain(Parts(state));

    /// <summary>Whether that is the same of both.</summary>
    public static bool SameText(IncidentState a, IncidentState b) =>
        a.Number == b.Number
        && a.Location?.Address == b.Location?.Address
        && a.Category == b.Category
        && a.Narrative == b.Narrative
        && a.Reference == b.Reference;

    /// <summary>The key of what concerns a station now: its own, and what its units are on.</summary>
    public static string Station(string station) => ListKey.Of("station", station);

    /// <summary>The key of what a directive concerns a station on, for ever, unless it was withdrawn, and of its open operations.</summary>
    public static string Involved(string station) => ListKey.Of("involved", station);

    /// <summary>The key of a category.</summary>
    public static string Category(string category) => ListKey.Of("category", category);

    /// <summary>The key of how it was closed; an open incident has none.</summary>
    public static string Disposition(string disposition) => ListKey.Of("disposition", disposition);

    /// <summary>The key of what was closed as no incident.</summary>
    public const string Invalid = "invalid";

    /// <summary>The key of what a unit is or ever was assigned to.</summary>
    public static string Had(UnitId unit) => "had:" + unit.Value;

    /// <summary>The key of what a unit is on now.</summary>
    public static string Unit(UnitId unit) => "unit:" + unit.Value;

    /// <summary>The key of what was over for a unit on a day (UTC).</summary>
    public static string Unit(UnitId unit, DateTimeOffset over) =>
        string.Create(CultureInfo.InvariantCulture, $"unit:{unit.Value}@{over.UtcDateTime:yyyyMMdd}");

    /// <summary>The key of what was closed on a day (UTC) and whose caller may still be called back (<see cref="CallBackRule"/>).</summary>
    public static string CallBack(DateTimeOffset closed) =>
        string.Create(CultureInfo.InvariantCulture, $"callBack@{closed.UtcDateTime:yyyyMMdd}");

    /// <summary>
    /// The keys of what a unit may read at a time: what it is on, and what was over for it since the day on which
    /// <see cref="IncidentAccess.AfterwardsFor"/> began. Somewhat more than it may read: each is asked for itself.
    /// </summary>
    public static IReadOnlyList<string> UnitsOwn(UnitId unit, DateTimeOffset now)
    {
        var keys = new List<string> { Unit(unit) };
        for (var day = (now - IncidentAccess.AfterwardsFor).UtcDateTime.Date; day <= now.UtcDateTime.Date; day = day.AddDays(1))
            keys.Add(Unit(unit, new DateTimeOffset(day, TimeSpan.Zero)));
        return keys;
    }

    private static string?[] Parts(IncidentState state) =>
        state.Reference is { } reference
            ? [state.Number, state.Location?.Address, state.Category, state.Narrative, reference.System, reference.Number]
            : [state.Number, state.Location?.Address, state.Category, state.Narrative];

    private static bool SameKeys(IncidentState a, IncidentState b) =>
        a.Station == b.Station
        && SameKeys(a.Assignments, b.Assignments)
        && a.ClosedAt == b.ClosedAt
        && CallBackRule.Waits(a) == CallBackRule.Waits(b)
        && a.Directives == b.Directives
        && a.Operation == b.Operation
        && a.PanicUnitId == b.PanicUnitId
        && a.Category == b.Category
        && a.Disposition == b.Disposition
        && a.Valid == b.Valid
        && a.Location?.Point == b.Location?.Point;

    private static bool SameKeys(ImmutableArray<AssignmentView> a, ImmutableArray<AssignmentView> b)
    {
        if (a == b)
            return true;
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i], b[i]);
            if (x.UnitId != y.UnitId || x.Station != y.Station || x.Stage.IsActive() != y.Stage.IsActive() || x.ClearedAt != y.ClearedAt)
                return false;
        }

        return true;
    }

    private static List<string> Keys(IncidentState state)
    {
        var keys = new List<string>();
        var finding = new List<string> { Category(state.Category) };
        if (state.Disposition is { } disposition)
            finding.Add(Disposition(disposition));
        if (state.Valid == false)
            finding.Add(Invalid);
        if (state.Location?.Point is { } place)
            finding.AddRange(PlaceCells.Of(place));
        if (state.Station is { } own)
            keys.Add(Station(own));
        foreach (var assignment in state.Assignments)
        {
            finding.Add(Had(assignment.UnitId));
            if (assignment.Stage.IsActive())
            {
                keys.Add(Unit(assignment.UnitId));
                if (assignment.Station is { } station)
                    keys.Add(Station(station));
            }
            else if (assignment.ClearedAt is { } cleared)
            {
                keys.Add(Unit(assignment.UnitId, cleared));
            }
        }

        keys.AddRange(IncidentInvolvement.Of(state).Select(i => Involved(i.Station)));

        // What is about its own distress concerns a unit like what it is on.
        if (state.PanicUnitId is { } panicking)
            keys.Add(state.ClosedAt is { } closed ? Unit(panicking, closed) : Unit(panicking));

        if (CallBackRule.Waits(state) && state.ClosedAt is { } over)
            keys.Add(CallBack(over));

        // Who may read it comes first, and who must be called: where there are too many keys, it is found by fewer, and shown to no fewer.
        SortOnce(keys);
        SortOnce(finding);
        keys.AddRange(finding);
        if (keys.Count > JournalLimits.ListKeysMax)
            keys.RemoveRange(JournalLimits.ListKeysMax, keys.Count - JournalLimits.ListKeysMax);
        return keys;
    }

    // In order, none twice.
    private static void SortOnce(List<string> keys)
    {
        keys.Sort(StringComparer.Ordinal);
        var kept = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            if (i == 0 || keys[i] != keys[kept - 1])
                keys[kept++] = keys[i];
        }

        keys.RemoveRange(kept, keys.Count - kept);
    }
}
