using System.Text;

namespace Tocsin.Journal.Sqlite;

/// <summary>The statement of a list with only those conditions that were asked for, so that SQLite can choose an index for it.</summary>
/// <param name="select">The statement up to its <c>WHERE</c>, which is included with a first condition.</param>
internal sealed class ListSql(string select)
{
    private readonly StringBuilder _text = new(select);
    private readonly List<object?> _values = [];

    /// <summary>The statement.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds a condition with its values, where <paramref name="asked"/>.</summary>
    public ListSql And(bool asked, string condition, params ReadOnlySpan<object?> values)
    {
        if (asked)
            Add(" AND (" + condition + ")", values);
        return this;
    }

    /// <summary>Adds a text search: a plain substring, both sides lower case.</summary>
    public ListSql AndText(string column, string? text) => And(text is not null, $"instr({column}, ?) > 0", text?.ToLowerInvariant());

    /// <summary>Adds the order and the limit.</summary>
    public ListSql Then(string order, int limit) => Add($" ORDER BY {order} LIMIT ?", limit);

    /// <summary>Binds the values, in order.</summary>
    public void BindTo(SqliteStatement statement)
    {
        foreach (var value in _values)
        {
            _ = value switch
            {
                null => statement.Bind((string?)null),
                string text => statement.Bind(text),
                int number => statement.Bind(number),
                short number => statement.Bind(number),
                bool flag => statement.Bind(flag),
                DateTimeOffset time => statement.Bind(time),
                _ => throw new InvalidOperationException($"A {value.GetType().Name} cannot be bound."),
            };
        }
    }

    private ListSql Add(string text, params ReadOnlySpan<object?> values)
    {
        _text.Append(text);
        foreach (var value in values)
            _values.Add(value);
        return this;
    }
}
