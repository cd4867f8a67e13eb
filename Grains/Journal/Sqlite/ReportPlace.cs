namespace Tocsin.Journal.Sqlite;

/// <summary>How far a report has come: the last incident that it read, in order of receipt, then of id.</summary>
/// <param name="ReceivedAt">Its receipt.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct ReportPlace(DateTimeOffset ReceivedAt, string Id)
{
    /// <summary>Before all that was received at this instant: no id is empty.</summary>
    public static ReportPlace Before(DateTimeOffset instant) => new(instant, "");
}
