using Npgsql;
using NpgsqlTypes;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// The parameters of one call of the procedure, in its order: each is a column of values. The lists are reused for the next batch, so that
/// they rarely grow.
/// </summary>
internal sealed class AppendColumns
{
    private readonly List<Action> _clear = [];

    /// <summary>The command whose parameters the columns are.</summary>
    public NpgsqlCommand Command { get; } = new();

    /// <summary>Adds a column.</summary>
    public List<T> Add<T>(NpgsqlDbType type)
    {
        var column = new List<T>();
        Command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type });
        _clear.Add(column.Clear);
        return column;
    }

    /// <summary>Adds a column of texts.</summary>
    public List<string?> Text() => Add<string?>(NpgsqlDbType.Text);

    /// <summary>Adds a column of numbers.</summary>
    public List<int> Number() => Add<int>(NpgsqlDbType.Integer);

    /// <summary>Adds a column of small numbers.</summary>
    public List<short> Small() => Add<short>(NpgsqlDbType.Smallint);

    /// <summary>Adds a column of yes and no.</summary>
    public List<bool> Flag() => Add<bool>(NpgsqlDbType.Boolean);

    /// <summary>Adds a column of times.</summary>
    public List<DateTime?> Time() => Add<DateTime?>(NpgsqlDbType.TimestampTz);

    /// <summary>Empties all columns.</summary>
    public void Clear() => _clear.ForEach(static clear => clear());

    /// <summary>A time as the driver wants it, in the whole milliseconds that are stored: the database would round the rest.</summary>
    public static DateTime? Utc(DateTimeOffset? time) =>
        time is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()).UtcDateTime : null;
}
