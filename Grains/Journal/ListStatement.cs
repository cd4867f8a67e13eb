using System.Text;
using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>
/// The statement of a list, with only the conditions that were asked for, so that the database can choose an index. It returns board rows
/// (<c>b</c>) and the time by which they are ordered.
/// </summary>
internal sealed class ListStatement
{
    /// <summary>The columns of a board row; its table is <c>b</c>.</summary>
    public const string BoardColumns =
        "b.stream, b.version, b.hash, b.position, b.view, b.view_code, "
        + "b.open, b.status, b.priority, b.station, b.due_at, b.late_at";

    private readonly ListQuery _query;
    private readonly ListDialect _dialect;
    private readonly StringBuilder _text = new();
    private readonly List<object?> _values = [];

    private ListStatement(ListQuery query, ListDialect dialect) => (_query, _dialect) = (query, dialect);

    private IReadOnlyList<string> Leading => _query.AllKeys.Count > 0 ? [_query.AllKeys[0]] : _query.AnyKey;

    /// <summary>The statement.</summary>
    public string Text => _text.ToString();

    /// <summary>Its values, in the order of their numbers.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>By id: the streams of one kind stand together in the key of the board.</summary>
    public static ListStatement ById(ListQuery query, ListDialect dialect)
    {
        var first = new StreamId(query.Kind, "").ToString();
        var s = new ListStatement(query, dialect);
        s.Add($"select {BoardColumns}, b.listed_at from board b where b.stream > ").Value(first + query.After?.Id)

            // The character after the slash ends the range of the kind.
            .Add(" and b.stream < ").Value(first[..^1] + (char)(first[^1] + 1));
        s.AddBoardConditions();
        return s.Add(" order by b.stream limit ").Value(query.Limit);
    }

    /// <summary>Newest first, all conditions at once: for a list without text, or one of open things.</summary>
    public static ListStatement Newest(ListQuery query, ListDialect dialect)
    {
        var s = new ListStatement(query, dialect);
        s.Add($"select {BoardColumns}, b.listed_at from ");
        var keyed = s.AddKeySource();
        s.Add(keyed ? " join board b on b.stream = k.stream" : "board b");
        if (query.Text is { } text)
            s.Add(" join board_text t on t.stream = b.stream and ").Add(dialect.Contains("t.text", s.Number(text)));
        s.Add(" where b.kind = ").Value((short)query.Kind).Add(" and b.listed_at is not null");
        s.AddBoardConditions();
        s.AddRange(keyed ? "k" : "b");
        s.AddOtherKeys();
        return s.AddOrder(keyed ? "k" : "b");
    }

    /// <summary>Among the newest things of the kind only: finds what is common without the index of pairs.</summary>
    /// <param name="query">The list, with a text.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="most">How many of the newest things are searched.</param>
    public static ListStatement AmongNewest(ListQuery query, ListDialect dialect, int most)
    {
        var s = new ListStatement(query, dialect);
        s.Add($"select {BoardColumns}, b.listed_at from (select ");
        var keyed = s.AddKeySource(" k.stream from ");
        var table = keyed ? "k" : "b";
        s.Add(keyed ? "" : "b.stream from board b").Add($" where {table}.kind = ").Value((short)query.Kind);
        s.Add($" and {table}.listed_at is not null");
        s.AddRange(table);
        s.Add($" order by {table}.listed_at desc, {table}.stream limit ").Value(most);
        s.Add(") n join board_text t on t.stream = n.stream and ");
        s.Add(dialect.Contains("t.text", s.Number(query.Text))).Add(" join board b on b.stream = n.stream where b.listed_at is not null");
        s.AddBoardConditions();
        s.AddOtherKeys();
        return s.AddOrder("b");
    }

    /// <summary>By the index of pairs.</summary>
    /// <param name="query">The list, with a text.</param>
    /// <param name="dialect">The database.</param>
    public static ListStatement ByPairs(ListQuery query, ListDialect dialect)
    {
        var s = new ListStatement(query, dialect);

        // A table of its own, so that no plan reads all things by time instead.
        s.Add($"with t as materialized (select t.stream, t.listed_at from {dialect.IndexedText} where ");
        s.Add(dialect.Matches(s.Number(dialect.PairsQuery(query.Text!)))).Add(" and t.kind = ").Value((short)query.Kind);
        s.Add(" and ").Add(dialect.Contains("t.text", s.Number(query.Text)));
        s.AddRange("t");
        s.Add($") select {BoardColumns}, b.listed_at from t join board b on b.stream = t.stream where b.listed_at is not null");
        s.AddBoardConditions();
        s.AddOtherKeys(all: true);
        return s.AddOrder("t");
    }

    // The rows of the leading keys, as table k: one of AllKeys, or all of AnyKey. False: no key was asked for.
    private bool AddKeySource(string before = "")
    {
        var lead = Leading;
        if (lead.Count == 0)
            return false;
        Add(before)
            .Add(lead.Count == 1 ? "(select " : "(select distinct ")
            .Add("k.kind, k.listed_at, k.stream from board_key k where k.kind = ")
            .Value((short)_query.Kind).Add(" and ").AddKeyIn("k", lead).Add(") k");
        return true;
    }

    // The keys that do not lead; if none leads, all of them.
    private void AddOtherKeys(bool all = false)
    {
        foreach (var key in _query.AllKeys.Skip(all ? 0 : 1))
            AddHas([key]);
        if (_query.AnyKey.Count > 0 && (all || _query.AllKeys.Count > 0))
            AddHas(_query.AnyKey);
    }

    private void AddHas(IReadOnlyList<string> keys) =>
        Add(" and exists (select 1 from board_key o where o.kind = b.kind and o.listed_at = b.listed_at and o.stream = b.stream and ")
            .AddKeyIn("o", keys)
            .Add(")");

    private ListStatement AddKeyIn(string table, IReadOnlyList<string> keys)
    {
        Add($"{table}.key in (");
        for (var i = 0; i < keys.Count; i++)
            Add(i == 0 ? "" : ", ").Value(keys[i]);
        return Add(")");
    }

    // The condition on open is a literal, not a parameter: only then can the partial index of open things be chosen.
    private void AddBoardConditions()
    {
        if (_query.Open is { } open)
            Add($" and {(open ? "" : "not ")}({_dialect.IsTrue("b.open")})");
        if (_query.Status is { } status)
            Add(" and b.status = ").Value(status);
        if (_query.Station is { } station)
            Add(" and b.station = ").Value(station);
    }

    private void AddRange(string table)
    {
        if (_query.From is { } from)
            Add($" and {table}.listed_at >= ").Value(from);
        if (_query.To is { } to)
            Add($" and {table}.listed_at < ").Value(to);
        if (_query.After is not { } after)
            return;
        var at = Number(after.At);
        Add($" and {table}.listed_at <= {at} and ({table}.listed_at < {at} or {table}.stream > ")
            .Value(new StreamId(_query.Kind, after.Id).ToString())
            .Add(")");
    }

    private ListStatement AddOrder(string table) => Add($" order by {table}.listed_at desc, {table}.stream limit ").Value(_query.Limit);

    private ListStatement Add(string text)
    {
        _text.Append(text);
        return this;
    }

    private ListStatement Value(object? value) => Add(Number(value));

    private string Number(object? value)
    {
        _values.Add(value);
        return _dialect.Value(_values.Count);
    }
}
