using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Schema;

/// <summary>
/// The schema of the embedded mode: <c>journal.db</c>, <c>grains.db</c>, <c>positions.db</c> and <c>access.db</c>, made and upgraded by
/// the program itself, forwards only.
/// </summary>
public static class SqliteSchema
{
    private const string JournalScripts = "Tocsin.Schema.Sqlite.";
    private const string GrainScripts = "Tocsin.Schema.SqliteGrains.";
    private const string PositionScripts = "Tocsin.Schema.SqlitePositions.";
    private const string AccessScripts = "Tocsin.Schema.SqliteAccess.";

    /// <summary>Brings the files in a folder to this program's schema. The caller has claimed the folder.</summary>
    /// <returns>Whether the journal's schema fits its checksum; else it is damaged.</returns>
    /// <exception cref="MisconfigurationException">A script failed; the file is as it was before that script.</exception>
    public static bool Upgrade(string dataDirectory)
    {
        var fits = Upgrade(DataDirectory.JournalIn(dataDirectory), JournalScripts);
        Upgrade(DataDirectory.GrainsIn(dataDirectory), GrainScripts);
        Upgrade(DataDirectory.PositionsIn(dataDirectory), PositionScripts);
        Upgrade(DataDirectory.AccessIn(dataDirectory), AccessScripts);
        return fits;
    }

    private static bool Upgrade(string path, string scripts)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        bool fits;
        try
        {
            // Made here and not by SQLite, which asks the umask. Its files beside this one get the same mode.
            if (!File.Exists(path))
                OwnerOnly.Open(path, FileMode.CreateNew).Dispose();
            connection.Open();
            SqliteDurability.Set(connection);
            SqliteDurability.Require(connection);
            fits = SchemaSum.Fits(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            throw new MisconfigurationException($"{DataDirectory.Key}: '{path}' is damaged: {e.Message} Bring a backup back (restore).", e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new MisconfigurationException($"{DataDirectory.Key}: '{path}' cannot be opened: {e.Message}", e);
        }

        var result = DeployChanges.To
            .SqliteDatabase(connection.ConnectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteSchema).Assembly, name => name.StartsWith(scripts, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new MisconfigurationException(
                $"{DataDirectory.Key}: '{path}' could not be upgraded ({result.ErrorScript?.Name}): {result.Error.Message}", result.Error);
        }

        // Where it is damaged its checksum stays, so that the audit says so.
        if (fits)
            SchemaSum.Write(connection);
        if (scripts == JournalScripts)
        {
            SqliteListing.Fill(connection);
            SqliteCallSigns.Fill(connection);
        }

        return fits;
    }
}
