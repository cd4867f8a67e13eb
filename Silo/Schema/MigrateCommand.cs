using System.Net.Sockets;
using Npgsql;
using Tocsin.Settings;

namespace Tocsin.Schema;

/// <summary>
/// <c>migrate</c>: brings the schema up to this program's version and grants the accounts what they need, so that no silo needs an account
/// that may change the schema.
/// </summary>
internal static class MigrateCommand
{
    /// <summary>Does it; does nothing where nothing is missing.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var settings = TocsinSettings.Read(configuration);
        if (settings.Mode != RunMode.Cluster)
            throw new CommandException("Tocsin:Mode must be Cluster: the embedded mode brings its files up by itself.");
        try
        {
            await PostgresSchema.UpgradeAsync(settings.ConnectionString, settings.MigrationsConnectionString);
            Console.WriteLine(
                $"The schema is at {await PostgresSchema.NewestAsync(settings.MigrationsConnectionString ?? settings.ConnectionString)}.");
            return 0;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or ArgumentException)
        {
            throw new CommandException($"ConnectionStrings:TocsinMigrations: the database cannot be used: {e.Message}", e);
        }
    }
}
