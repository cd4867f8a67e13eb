namespace Tocsin.Auditing;

/// <summary>
/// Finds rows that refer to nothing. Both databases use the same SQL, with other names of the narrow tables. Each statement returns the
/// name of the thing, and a detail for the report.
/// </summary>
internal static class LooseEndSql
{
    /// <summary>The statements of a database.</summary>
    /// <param name="incident">The table of the incidents' narrow rows.</param>
    /// <param name="response">The table of their assignments' narrow rows.</param>
    /// <param name="call">The table of the calls' narrow rows.</param>
    public static IReadOnlyList<(FindingKind Kind, string Sql, string Words)> All(string incident, string response, string call) =>
    [
        (
            FindingKind.BoardWithoutEvents,
            "select b.stream from board b where not exists (select 1 from journal j where j.stream = b.stream)",
            "its board row has no events"),
        (FindingKind.RowWithoutEvents, Rows(incident, "id", "incident"), "its incident row belongs to no stream"),
        (FindingKind.RowWithoutEvents, Rows(response, "incident", "incident"), "a response row of it belongs to no stream"),
        (FindingKind.RowWithoutEvents, Rows(call, "id", "call"), "its call row belongs to no stream"),
        (
            FindingKind.CommandNowhere,
            "select c.stream from command c where not exists (select 1 from journal j where j.stream = c.stream and j.version = c.version)",
            "a command's row points to an event of it that is not there"),
        (
            FindingKind.NumberTwice,
            $"select 'incident/' || i.id from {incident} i "
                + $"where exists (select 1 from {incident} o where o.number = i.number and o.id <> i.id)",
            "another incident has its number"),
    ];

    private static string Rows(string table, string id, string kind) =>
        $"select '{kind}/' || r.{id} from {table} r where not exists (select 1 from board b where b.stream = '{kind}/' || r.{id})";
}
