using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Tocsin.Csv;

namespace Tocsin.Recording;

/// <summary>
/// The members of answers that hold personal data, wherever they stand: of callers and victims, and of officers (crews, places, what they
/// wrote). A set of them is a number with a bit for each.
/// </summary>
internal static class PersonalFields
{
    private static readonly string[] Names =
    [
        "callerNumber", "crew", "location", "narrative", "summary", "text", "note", "reason", "outcome", "outOfService", "place",
        "position", "points", "receipt", "located", "override", "parties", "description", "uri", "takenBy", "purpose",
    ];

    // How the quotation mark stands in JSON that is a text inside JSON: as System.Text.Json escapes it, and as others do.
    private const string Escaped = "\\u0022";
    private const string Slashed = "\\\"";

    private static readonly SearchValues<string> Quoted =
        SearchValues.Create([.. Names.Select(n => '"' + n), .. Names.Select(n => Escaped + n)], StringComparison.Ordinal);

    private static readonly ConditionalWeakTable<CsvTable, StrongBox<uint>> Tables = [];
    private static readonly ConcurrentDictionary<uint, string[]> Sets = new();

    /// <summary>Those of some names.</summary>
    public static uint Of(params ReadOnlySpan<string> names)
    {
        var fields = 0u;
        foreach (var name in names)
            fields |= 1u << Array.IndexOf(Names, name);
        return fields;
    }

    /// <summary>
    /// Those that hold something in a JSON text; also where the JSON stands as a text inside JSON. A text, a list or an object counts: a
    /// number of the same name is none, nor is a list of numbers.
    /// </summary>
    public static uint In(ReadOnlySpan<char> json)
    {
        var fields = 0u;
        while (json.IndexOfAny(Quoted) is var at and >= 0)
        {
            var plain = json[at] == '"';
            var quote = !plain ? Escaped : at > 0 && json[at - 1] == '\\' ? Slashed : "\"";
            json = json[(at + (plain ? 1 : Escaped.Length))..];
            for (var i = 0; i < Names.Length; i++)
            {
                if (json.StartsWith(Names[i], StringComparison.Ordinal) && HoldsSomething(json[Names[i].Length..], quote))
                    fields |= 1u << i;
            }
        }

        return fields;
    }

    /// <summary>Those that a table can show.</summary>
    public static uint In(CsvTable table) => Tables.GetValue(table, static t =>
    {
        var fields = 0u;
        for (var i = 0; i < Names.Length; i++)
        {
            if (t.Header.Any(column => IsIn(column, Names[i])))
                fields |= 1u << i;
        }

        return new StrongBox<uint>(fields);
    }).Value;

    /// <summary>The names of a set.</summary>
    public static IReadOnlyList<string> NamesOf(uint fields) =>
        Sets.GetOrAdd(fields, static set => [.. Names.Where((_, i) => (set & (1u << i)) != 0)]);

    // Behind the name: the end of the name's text, a colon, and a value that is neither null nor empty.
    private static bool HoldsSomething(ReadOnlySpan<char> rest, string quote)
    {
        if (!rest.StartsWith(quote) || rest[quote.Length..] is not [':', .. var value])
            return false;
        return value is ['{', not '}', ..] or ['[', not (']' or (>= '0' and <= '9')), ..]
            || (value.StartsWith(quote) && !value[quote.Length..].StartsWith(quote));
    }

    // A column is named for the way to its member; a list in one cell has the plural. The data of a trail may hold anything.
    private static bool IsIn(string column, string name) =>
        column == "data" || column.Split('.').Any(part => part == name || part == name + "s");
}
