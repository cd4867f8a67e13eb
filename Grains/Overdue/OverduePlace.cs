using System.Globalization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.Overdue;

/// <summary>
/// Where an item stands in the list: the longest late first, then by id, stage and unit. The same for as long as it is late, whatever comes
/// and goes around it.
/// </summary>
/// <param name="SinceMs">Since when it is late, Unix milliseconds.</param>
/// <param name="Id">The incident or the call; of an unreadable stream its name, escaped as in an address.</param>
/// <param name="Stage">The stage, or null.</param>
/// <param name="Unit">The unit, or empty.</param>
internal readonly record struct OverduePlace(long SinceMs, string Id, ClockStage? Stage, string Unit) : IComparable<OverduePlace>
{
    // No id holds it.
    private const string None = "*";

    /// <summary>The longest escaped name of a stream that a cursor holds, in characters.</summary>
    private const int NameMax = 100;

    /// <summary>The place of an item.</summary>
    public static OverduePlace Of(OverdueItem item) => new(
        item.Since.ToUnixTimeMilliseconds(),
        item.Stream is { } name ? Name(name) : item.IncidentId?.Value ?? item.CallId?.Value ?? "",
        item.Stage,
        item.UnitId?.Value ?? "");

    /// <inheritdoc/>
    public int CompareTo(OverduePlace other)
    {
        var order = SinceMs.CompareTo(other.SinceMs);
        if (order == 0)
            order = string.CompareOrdinal(Id, other.Id);
        if (order == 0)
            order = Comparer<ClockStage?>.Default.Compare(Stage, other.Stage);
        return order != 0 ? order : string.CompareOrdinal(Unit, other.Unit);
    }

    /// <summary>The cursor behind it.</summary>
    public string ToCursor() => Cursor.WriteParts(
        SinceMs.ToString(CultureInfo.InvariantCulture),
        Id,
        Stage is { } stage ? ((int)stage).ToString(CultureInfo.InvariantCulture) : None,
        Unit.Length > 0 ? Unit : None);

    /// <summary>Reads what <see cref="ToCursor"/> wrote.</summary>
    public static bool TryRead(string cursor, out OverduePlace place)
    {
        place = default;
        if (Cursor.ReadParts(cursor) is not [var ms, var id, var stage, var unit]
            || !long.TryParse(ms, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var since)
            || id.Length is 0 or > NameMax
            || (unit != None && !EntityIdRule.IsValid(unit)))
        {
            return false;
        }

        ClockStage? of = null;
        if (stage != None)
        {
            if (!int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !Enum.IsDefined((ClockStage)number))
            {
                return false;
            }

            of = (ClockStage)number;
        }

        place = new OverduePlace(since, id, of, unit == None ? "" : unit);
        return true;
    }

    private static string Name(string stream)
    {
        var name = Uri.EscapeDataString(stream);
        return name.Length <= NameMax ? name : name[..NameMax];
    }
}
