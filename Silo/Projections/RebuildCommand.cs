using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Settings;

namespace Tocsin.Projections;

/// <summary>
/// <c>rebuild --name NAME</c>: has the running silos make the rows of a projection anew, while reports go on reading them.
/// </summary>
internal static class RebuildCommand
{
    /// <summary>How often it gives way to a silo that moves the place at the same moment.</summary>
    private const int Attempts = 20;

    /// <summary>Asks for it. The silos begin within ten seconds.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var name = configuration["name"] ?? throw new CommandException("--name says which rows are made anew: results.");
        var settings = TocsinSettings.Read(configuration);
        try
        {
            await using var cluster = settings.Mode == RunMode.Cluster ? new PostgresProjectionStore(settings.ConnectionString) : null;
            IProjectionStore store = cluster is not null
                ? cluster
                : new SqliteProjectionStore(DataDirectory.PositionsIn(settings.DataDirectory));
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var place = await store.FindAsync(name, CancellationToken.None)
                    ?? throw new CommandException($"There are no rows '{name}'.");
                if (await store.TryAdvanceAsync(name, place, place with { Rebuilt = JournalPosition.Start }, [], CancellationToken.None))
                {
                    Console.WriteLine($"The rows '{name}' are made anew up to position {place.Position}.");
                    return 0;
                }
            }

            throw new CommandException($"The rows '{name}' were moved all the time. Try again.");
        }
        catch (Exception e)
            when (e is NpgsqlException or SocketException or ArgumentException or SqliteException or JournalUnavailableException)
        {
            throw new CommandException($"The database cannot be used: {e.Message}", e);
        }
    }
}
