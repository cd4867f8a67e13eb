using System.Globalization;
using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.Reports;

/// <summary>A place in a list of intervals: newest received first, then by id, then by place of the assignment.</summary>
/// <param name="ReceivedAt">The receipt of the incident.</param>
/// <param name="Id">The incident.</param>
/// <param name="Ordinal">The place of the assignment in its incident, from 0.</param>
internal readonly record struct ReportedPlace(DateTimeOffset ReceivedAt, string Id, int Ordinal) : IComparable<ReportedPlace>
{
    /// <summary>Reads where a page ended; no cursor is the list's beginning.</summary>
    /// <returns>False when it is no cursor of this list.</returns>
    public static bool TryRead(string? cursor, out ReportedPlace? after)
    {
        after = null;
        if (cursor is null)
            return true;
        if (Cursor.ReadParts(cursor) is not [var ms, var id, var ordinal]
            || !EntityIdRule.IsValid(id)
            || !long.TryParse(ms, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            || unix > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 1
            || !int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            return false;
        }

        after = new ReportedPlace(DateTimeOffset.FromUnixTimeMilliseconds(unix), id, n);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ReportedPlace other)
    {
        var byReceipt = other.ReceivedAt.CompareTo(ReceivedAt);
        if (byReceipt != 0)
            return byReceipt;
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Ordinal.CompareTo(other.Ordinal);
    }

    /// <summary>The cursor behind it.</summary>
    public string ToCursor() => Cursor.WriteParts(
        ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Id, Ordinal.ToString(CultureInfo.InvariantCulture));
}
