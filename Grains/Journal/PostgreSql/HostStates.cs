using Npgsql;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// What the driver remembers of several hosts. One whose connection broke, perhaps because we gave up a statement, counts as away for a
/// second; if no other host can serve, the driver refuses to try any.
/// </summary>
internal static class HostStates
{
    /// <summary>
    /// Whether the driver has tried no host at all; it then forgets what it remembers, so that the next attempt tries them.
    /// </summary>
    public static bool Forget(NpgsqlDataSource source, NpgsqlException exception)
    {
        if (source is not NpgsqlMultiHostDataSource hosts || exception is PostgresException || exception.InnerException is not null)
            return false;
        hosts.ClearDatabaseStates();
        return true;
    }
}
