using System.Globalization;
using System.Text;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// The statement of a list with only those conditions that were asked for, so that PostgreSQL can choose an index for it.
/// </summary>
/// <param name="select">The statement up to its <c>where</c>, which is included with a first condition.</param>
internal sealed class ListSql(string select)
{
    private readonly StringBuilder _text = new(select);
    private readonly List<object?> _values = [];

    /// <summary>The statement.</summary>
    public string Text => _text.ToString();

    /// <summary>Its values, in order.</summary>
    public object?[] Values => [.. _values];

    /// <summary>Adds a condition, where <paramref name="asked"/>; each <c>?</c> in it stands for the next value.</summary>
    public ListSql And(bool asked, string condition, params ReadOnlySpan<object?> values)
    {
        if (!asked)
            return this;
        _text.Append(" and (");
        var next = 0;
        foreach (var c in condition)
        {
            if (c == '?')
                _text.Append('$').Append(Value(values[next++]));
            else
                _text.Append(c);
        }

        _text.Append(')');
        return this;
    }

    /// <summary>Adds a text search: a plain substring, both sides lower case.</summary>
    public ListSql AndText(string column, string? text) => And(text is not null, $"strpos({column}, ?) > 0", text?.ToLowerInvariant());

    /// <summary>Adds the place behind the last row of the page before.</summary>
    public ListSql Behind(string table, (DateTimeOffset ReceivedAt, string Id)? after) => after is { } last
        ? And(
            true,
            $"{table}.received_at <= ? and ({table}.received_at < ? or {table}.id > ?)",
            last.ReceivedAt.ToUniversalTime(),
            last.ReceivedAt.ToUniversalTime(),
            last.Id)
        : this;

    /// <summary>Adds the order and the limit.</summary>
    public ListSql Then(string order, int limit)
    {
        _text.Append(CultureInfo.InvariantCulture, $" order by {order} limit ${Value(limit)}");
        return this;
    }

    private int Value(object? value)
    {
        _values.Add(value is DateTimeOffset time ? time.ToUniversalTime() : value);
        return _values.Count;
    }
}
