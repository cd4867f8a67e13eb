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
        + "b.open, b.status, b.priority, b.station, b.due_at, b.late_at, b.kind, b.bucket, b.listed_at, b.sum";

    /// <summary>How many columns those are.</summary>
    public const int BoardColumnCount = 16;

    private readonly ListQuery _query;
    private readonly ListDialect _dialect;
    private readonly StringBuilder _text = new();
    private readonly List<object?> _values = [];

    // Of each it must have one key. The first leads: its rows are read in the order of the list, and compared with the others.
    private readonly IReadOnlyList<string>[] _keySets;

    private ListStatement(ListQuery query, ListDialect dialect)
    {
        (_query, _dialect) = (query, dialect);
        _keySets = [.. query.AllKeys.Select(key => new[] { key }), .. Given(query.Area), .. Given(query.AnyKey)];
    }

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

    /// <summary>The longest late first: what is late is few, and has an index of its own.</summary>
    /// <param name="query">The list.</param>
    /// <param name="words">The words of its text.</param>
    /// <param name="dialect">The database.</param>
    public static ListStatement LongestLate(ListQuery query, IReadOnlyList<string> words, ListDialect dialect)
    {
        var s = new ListStatement(query with { Late = true }, dialect);
        s.Add($"select {BoardColumns}, b.listed_at from board b");
        s.AddWords(words, " join board_text t on t.stream = b.stream and ");
        s.Add(" where b.kind = ").Value((short)query.Kind).Add(" and b.listed_at is not null");
        s.AddBoardConditions();
        s.AddTimes("b");
        if (query.After is { } after)
        {
            var at = s.Number(after.At);
            s.Add($" and b.late_at >= {at} and (b.late_at > {at} or b.stream > ").Value(s.Name(after.Id)).Add(")");
        }

        foreach (var keys in s._keySets)
            s.AddHas(keys);
        return s.Add(" order by b.late_at, b.stream limit ").Value(query.Limit);
    }

    /// <summary>Newest first, all conditions at once: for a list without text, or one of open things.</summary>
    /// <param name="query">The list.</param>
    /// <param name="words">The words of its text.</param>
    /// <param name="dialect">The database.</param>
    public static ListStatement Newest(ListQuery query, IReadOnlyList<string> words, ListDialect dialect)
    {
        var s = new ListStatement(query, dialect);
        s.Add($"select {BoardColumns}, b.listed_at from ");
        var leading = s._keySets.FirstOrDefault();
        s.AddKeySource(leading);
        s.Add(leading is null ? "board b" : " join board b on b.stream = k.stream");
        s.AddWords(words, " join board_text t on t.stream = b.stream and ");
        s.Add(" where b.kind = ").Value((short)query.Kind).Add(" and b.listed_at is not null");
        s.AddBoardConditions();
        var table = leading is null ? "b" : "k";
        s.AddRange(table);
        foreach (var keys in s._keySets.Skip(1))
            s.AddHas(keys);
        return s.AddOrder(table);
    }

    /// <summary>Among the newest things of the kind only: finds what is common without the index of pairs, or of an area's keys.</summary>
    /// <param name="query">The list, with a text or an area.</param>
    /// <param name="words">The words of its text.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="most">How many of the newest things are searched.</param>
    public static ListStatement AmongNewest(ListQuery query, IReadOnlyList<string> words, ListDialect dialect, int most)
    {
        var s = new ListStatement(query, dialect);
        s.Add($"select {BoardColumns}, b.listed_at from (select ");
        var leading = s._keySets.FirstOrDefault(keys => keys != query.Area);
        s.Add(leading is null ? "b.stream from board b" : " k.stream from ");
        s.AddKeySource(leading);
        var table = leading is null ? "b" : "k";
        s.Add($" where {table}.kind = ").Value((short)query.Kind);
        s.Add($" and {table}.listed_at is not null");
        s.AddRange(table);
        s.Add($" order by {table}.listed_at desc, {table}.stream limit ").Value(most).Add(") n");
        s.AddWords(words, " join board_text t on t.stream = n.stream and ");
        s.Add(" join board b on b.stream = n.stream where b.listed_at is not null");
        s.AddBoardConditions();
        foreach (var keys in s._keySets.Where(keys => keys != leading))
            s.AddHas(keys);
        return s.AddOrder("b");
    }

    /// <summary>By the index of pairs.</summary>
    /// <param name="query">The list.</param>
    /// <param name="words">The words of its text, one or more.</param>
    /// <param name="dialect">The database.</param>
    public static ListStatement ByPairs(ListQuery query, IReadOnlyList<string> words, ListDialect dialect)
    {
        var s = new ListStatement(query, dialect);

        // A table of its own, so that no plan reads all things by time instead.
        s.Add($"with t as materialized (select t.stream, t.listed_at from {dialect.IndexedText} where ");
        s.Add(dialect.Matches(s.Number(dialect.PairsQuery(words)))).Add(" and t.kind = ").Value((short)query.Kind);
        s.AddWords(words, " and ");
        s.AddRange("t");
        s.Add($") select {BoardColumns}, b.listed_at from t join board b on b.stream = t.stream where b.listed_at is not null");
        s.AddBoardConditions();
        foreach (var keys in s._keySets)
            s.AddHas(keys);
        return s.AddOrder("t");
    }

    /// <summary>By the number that stands in the personal text.</summary>
    /// <param name="query">The list, with a number.</param>
    /// <param name="dialect">The database.</param>
    public static ListStatement ByNumber(ListQuery query, ListDialect dialect)
    {
        var s = new ListStatement(query, dialect);
        var end = query.NumberEnd!;
        var among = dialect.Among(new StreamId(query.Kind, "").ToString());
        s.Add($"with p as materialized (select p.stream from personal p where {among}({dialect.Digits} like ");
        s.Value(dialect.EndPattern(end));
        if (query.NumberMin > 0 && query.NumberMin < end.Length)
        {
            s.Add($" or {dialect.Digits} in (");
            for (var length = query.NumberMin; length < end.Length; length++)
                s.Add(length == query.NumberMin ? "" : ", ").Value(dialect.End(end[^length..]));
            s.Add(")");
        }

        s.Add($")) select {BoardColumns}, b.listed_at from p join board b on b.stream = p.stream where b.kind = ");
        s.Value((short)query.Kind).Add(" and b.listed_at is not null");
        s.AddBoardConditions();
        s.AddRange("b");
        foreach (var keys in s._keySets)
            s.AddHas(keys);
        return s.AddOrder("b");
    }

    private static IReadOnlyList<string>[] Given(IReadOnlyList<string> keys) => keys.Count > 0 ? [keys] : [];

    // The words that must all occur in the text t, behind what joins it; nothing without words.
    private void AddWords(IReadOnlyList<string> words, string before)
    {
        for (var i = 0; i < words.Count; i++)
            Add(i == 0 ? before : " and ").Add(_dialect.Contains("t.text", Number(words[i])));
    }

    // The rows of the keys that lead, as table k.
    private void AddKeySource(IReadOnlyList<string>? leading)
    {
        if (leading is null)
            return;
        Add(leading.Count == 1 ? "(select " : "(select distinct ")
            .Add("k.kind, k.listed_at, k.stream from board_key k where k.kind = ")
            .Value((short)_query.Kind).Add(" and ").AddKeyIn("k", leading).Add(") k");
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

    // The conditions on open and late are literals, not parameters: only then can the indexes of the open and the late ones be chosen.
    private void AddBoardConditions()
    {
        if (_query.Open is { } open)
            Add($" and {(open ? "" : "not ")}({_dialect.IsTrue("b.open")})");
        if (_query.Late is { } late)
            Add($" and b.late_at is {(late ? "not " : "")}null");
        if (_query.Status is { } status)
            Add(" and b.status = ").Value(status);
        if (_query.Priority is { } priority)
            Add(" and b.priority = ").Value(priority);
        if (_query.Station is { } station)
            Add(" and b.station = ").Value(station);
    }

    private void AddTimes(string table)
    {
        if (_query.From is { } from)
            Add($" and {table}.listed_at >= ").Value(from);
        if (_query.To is { } to)
            Add($" and {table}.listed_at < ").Value(to);
    }

    private void AddRange(string table)
    {
        AddTimes(table);
        if (_query.After is not { } after)
            return;
        var at = Number(after.At);
        Add($" and {table}.listed_at <= {at} and ({table}.listed_at < {at} or {table}.stream > ").Value(Name(after.Id)).Add(")");
    }

    private string Name(string id) => new StreamId(_query.Kind, id).ToString();

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
