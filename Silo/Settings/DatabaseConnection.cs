using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Tocsin.Settings;

/// <summary>
/// Completes Npgsql's connection string for a database with standbys: one that names several hosts always leads to the primary, and to a
/// new one within seconds.
/// </summary>
public static class DatabaseConnection
{
    private const string Hosts = "Host";
    private const string Target = "Target Session Attributes";

    /// <summary>
    /// What several hosts need. The driver remembers for so many seconds which host is the primary; its default of 10 s is longer than a
    /// switch-over takes. A frozen host must not hold up a connection or a statement for long.
    /// </summary>
    private static readonly (string Key, object Value)[] s_several =
    [
        (Target, "primary"), ("Host Recheck Seconds", 1), ("Timeout", 2), ("Command Timeout", 5), ("Cancellation Timeout", -1),
    ];

    /// <summary>
    /// The connection string with what it lacks; what it says itself stays. For a single host the driver refuses
    /// <c>Target Session Attributes</c>, so that is left out there.
    /// </summary>
    public static string Complete(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            // Reported by whoever connects.
            return connectionString;
        }

        var given = builder.Keys.Cast<string>().ToLookup(Plain);
        if (!HasSeveral(builder, given))
        {
            foreach (var key in given[Plain(Target)])
                builder.Remove(key);
            return given.Contains(Plain(Target)) ? builder.ConnectionString : connectionString;
        }

        foreach (var (key, value) in s_several)
        {
            if (!given.Contains(Plain(key)))
                builder[key] = value;
        }

        return builder.ConnectionString;
    }

    /// <summary>
    /// The same connection for what may be lost with a primary, because it is telemetry, can be made anew or is judged by itself: commits
    /// do not wait for a synchronous standby.
    /// </summary>
    public static string Unpromised(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c synchronous_commit=local".TrimStart();
        return builder.ConnectionString;
    }

    private static bool HasSeveral(DbConnectionStringBuilder builder, ILookup<string, string> given) =>
        given[Plain(Hosts)].Concat(given["server"])
            .Any(key => Convert.ToString(builder[key], CultureInfo.InvariantCulture)!.Contains(',', StringComparison.Ordinal));

    private static string Plain(string key) => key.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
