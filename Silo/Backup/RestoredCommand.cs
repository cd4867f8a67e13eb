using System.Net.Sockets;
using Npgsql;
using Tocsin.Schema;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary><c>restored [--silos stay]</c>: the database was restored, by whatever means; marks it as another history.</summary>
internal static class RestoredCommand
{
    /// <summary>Marks the database and prints the new epoch.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var settings = TocsinSettings.Read(configuration);
        if (settings.Mode != RunMode.Cluster)
            throw new CommandException("Tocsin:Mode must be Cluster: an embedded backup is restored, and marked, by restore.");
        var silosStay = configuration["silos"] switch
        {
            null or "" => false,
            "stay" => true,
            _ => throw new CommandException("--silos: 'stay' is the only word for it."),
        };
        try
        {
            await PostgresRestoration.CheckAsync(settings.MigrationsConnectionString ?? settings.ConnectionString, silosStay);
            await PostgresSchema.UpgradeAsync(settings.ConnectionString, settings.MigrationsConnectionString);
            var (before, after, members) = await PostgresRestoration.MarkAsync(settings.ConnectionString, silosStay);
            Console.WriteLine($"Restored: epoch {before} goes on as {after}.");
            Console.WriteLine(silosStay
                ? "The members of the cluster were left as they are."
                : $"{members} members of the cluster were taken out; silos that start now join a new one.");
            Console.WriteLine(RestoreCommand.PersonalData);
            return 0;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or ArgumentException)
        {
            throw new CommandException($"ConnectionStrings:Tocsin: the database cannot be used: {e.Message}", e);
        }
    }
}
