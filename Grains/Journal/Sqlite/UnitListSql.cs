using Tocsin.Identity;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The list of units, as <see cref="UnitQuery"/> describes it: board rows by id. The streams of one kind stand together in the key.
/// </summary>
internal static class UnitListSql
{
    private static readonly string Prefix = new StreamId(StreamKind.Unit, "").ToString();

    /// <summary>Makes the statement.</summary>
    public static ListSql Of(UnitQuery query) => new ListSql($"SELECT {JournalSql.BoardColumns} FROM board b WHERE 1")
        .And(true, "b.stream > ?", Prefix + query.After)
        .And(true, "b.stream < ?", Prefix[..^1] + (char)(Prefix[^1] + 1))
        .And(query.Status is not null, "b.status = ?", query.Status)
        .And(query.Station is not null, "b.station = ?", query.Station)
        .Then("b.stream", query.Limit);
}
